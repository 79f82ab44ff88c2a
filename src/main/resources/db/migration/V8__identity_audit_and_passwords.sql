-- What people did to accounts and secrets. Entries are added and never changed, whoever asks.
create table audit_entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    actor        text,
    action       text        not null,
    subject_type text,
    subject_id   text,
    address      text,
    details      jsonb       not null default '{}'
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_actor on audit_entry (actor, at desc);
create index audit_entry_subject on audit_entry (subject_type, subject_id);
comment on column audit_entry.actor is 'account id; null when nobody is known';
comment on column audit_entry.address is 'network address that the call came from; null for the system';

create function audit_entry_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_refuse_change();
alter table audit_entry enable always trigger audit_entry_is_append_only;

alter table account
    add column version          bigint not null default 1,
    add column password_version bigint not null default 1;
comment on column account.password_version is 'counts passwords; a log-in at the web applications lasts as long as its password';

-- Links for setting a password; only the hash is kept.
create table password_reset (
    hash       text primary key,
    user_id    text        not null references account (id) on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_reset_user on password_reset (user_id, created_at);
