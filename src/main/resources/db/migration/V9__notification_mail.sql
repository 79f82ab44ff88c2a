-- Mail that is to leave or has left. It is written in the transaction that it tells of, and sent afterwards.
create table mail (
    id         bigint generated always as identity primary key,
    recipient  text        not null,
    subject    text        not null,
    body       text        not null,
    secret     boolean     not null,
    status     text        not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
    attempts   int         not null default 0,
    last_error text,
    created_at timestamptz not null default now(),
    sent_at    timestamptz
);
create index mail_status on mail (status, created_at desc);
create index mail_recipient on mail (lower(recipient), created_at desc);
comment on column mail.secret is 'true when the body holds a secret: it is emptied once the mail has left, and never shown';
