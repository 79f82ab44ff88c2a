create table bdm (
    id         bigint generated always as identity primary key,
    name       text not null,
    email      text,
    phone      text,
    user_id    text unique,
    created_at timestamptz not null default now()
);

create table broker (
    id         bigint generated always as identity primary key,
    first_name text not null,
    last_name  text not null,
    company    text,
    email      text,
    phone      text,
    user_id    text unique,
    created_at timestamptz not null default now()
);

create table broker_bdm (
    broker_id bigint not null references broker,
    bdm_id    bigint not null references bdm,
    primary key (broker_id, bdm_id)
);
create index broker_bdm_bdm on broker_bdm (bdm_id);

create table borrower (
    id         bigint generated always as identity primary key,
    user_id    text,
    data       jsonb not null,
    name       text generated always as (
                   case when data ->> 'kind' = 'company' then coalesce(data ->> 'company_name', '')
                        else coalesce(data ->> 'first_name', '') || ' ' || coalesce(data ->> 'last_name', '') end) stored,
    email      text generated always as (data ->> 'email') stored,
    created_at timestamptz not null default now()
);
create index borrower_user on borrower (user_id);
