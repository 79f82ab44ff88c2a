create table idempotent_call (
    user_id      text        not null,
    key          text        not null,
    request_hash text        not null,
    status       int         not null,
    headers      jsonb       not null,
    body         bytea       not null,
    created_at   timestamptz not null default now(),
    primary key (user_id, key)
);
create index idempotent_call_created_at on idempotent_call (created_at);
comment on table idempotent_call is 'Answers to requests with an Idempotency-Key, written in the transaction of the request itself';
