create table account (
    id         text primary key,
    email      text        not null,
    first_name text        not null default '',
    last_name  text        not null default '',
    phone      text,
    active     boolean     not null default true,
    created_at timestamptz not null default now()
);

create unique index account_email on account (lower(email));

create table login_session (
    id         text primary key,
    user_id    text        not null references account (id) on delete cascade,
    started_at timestamptz not null default now(),
    ended_at   timestamptz
);

create index login_session_open on login_session (user_id) where ended_at is null;

create table refresh_token (
    hash       text primary key,
    session_id text        not null references login_session (id) on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index refresh_token_session on refresh_token (session_id);

create table signing_secret (
    only_one boolean primary key default true check (only_one),
    secret   text not null
);
