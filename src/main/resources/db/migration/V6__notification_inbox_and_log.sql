-- What each person has been told.
create table notification (
    id                  bigint generated always as identity primary key,
    user_id             text        not null,
    type                text        not null,
    title               text        not null,
    message             text        not null,
    related_object_type text,
    related_object_id   text,
    is_read             boolean     not null default false,
    read_at             timestamptz,
    created_at          timestamptz not null default now(),
    check (is_read = (read_at is not null))
);
create index notification_of_a_person on notification (user_id, created_at desc, id desc);
create index notification_unread on notification (user_id) where not is_read;

-- Everything that sockets are told, in one order: (xid, id). A row counts only once no older transaction runs
-- (xid < pg_snapshot_xmin(pg_current_snapshot())), so that a late commit is never skipped.
create table event_log (
    id              bigint generated always as identity primary key,
    xid             xid8        not null default pg_current_xact_id(),
    at              timestamptz not null default now(),
    type            text        not null,
    reference       text,
    user_id         text,
    notification_id bigint,
    payload         jsonb       not null default '{}'
);
create index event_log_order on event_log (xid, id);

-- One-time log-ins for sockets; only the hash is kept.
create table socket_ticket (
    hash             text        primary key,
    user_id          text        not null,
    session_id       text,
    groups           text[]      not null,
    valid_until      timestamptz not null,
    login_expires_at timestamptz not null,
    checked_xid      xid8        not null
);
create index socket_ticket_valid_until on socket_ticket (valid_until);
