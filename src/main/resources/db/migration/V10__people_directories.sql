create table branch (
    id         bigint generated always as identity primary key,
    name       text        not null,
    address    jsonb,
    phone      text,
    email      text,
    created_at timestamptz not null default now(),
    version    bigint      not null default 1
);

create table valuer (
    id         bigint generated always as identity primary key,
    name       text        not null,
    company    text,
    email      text,
    phone      text,
    address    jsonb,
    created_at timestamptz not null default now(),
    version    bigint      not null default 1
);

create table quantity_surveyor (
    id         bigint generated always as identity primary key,
    name       text        not null,
    company    text,
    email      text,
    phone      text,
    address    jsonb,
    created_at timestamptz not null default now(),
    version    bigint      not null default 1
);

alter table bdm
    add branch_id bigint references branch,
    add version bigint not null default 1,
    add constraint bdm_user foreign key (user_id) references account (id);
create index bdm_branch on bdm (branch_id);

alter table broker
    add branch_id bigint references branch,
    add version bigint not null default 1,
    add commission_bank text,
    add commission_name text,
    add commission_bsb text,
    add commission_number text,
    add constraint broker_user foreign key (user_id) references account (id),
    add constraint broker_commission check (num_nulls(commission_bank, commission_name, commission_bsb, commission_number) in (0, 4));
create index broker_branch on broker (branch_id);
comment on column broker.commission_number is 'sealed';

-- The links of a broker go with the broker; a BDM who still looks after somebody stays.
alter table broker_bdm
    drop constraint broker_bdm_broker_id_fkey,
    add constraint broker_bdm_broker_id_fkey foreign key (broker_id) references broker on delete cascade;
