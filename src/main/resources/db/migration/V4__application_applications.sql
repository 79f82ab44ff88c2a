create table application (
    reference                   text primary key,
    process_instance_id         text        not null unique,
    application_type            text,
    purpose                     text,
    loan_amount                 numeric(14, 2),
    loan_term                   int,
    interest_rate               numeric(7, 4),
    repayment_frequency         text,
    product                     text,
    estimated_settlement_date   date,
    capitalised_interest_months int,
    exit_strategy               text,
    broker_id                   bigint references broker,
    bdm_id                      bigint references bdm,
    solvency                    jsonb,
    fund_uses                   jsonb       not null default '[]',
    securities                  jsonb       not null default '[]',
    valuation_amount            numeric(14, 2),
    valuation_date              date,
    valuation_by                text,
    created_by                  text        not null,
    created_at                  timestamptz not null,
    updated_at                  timestamptz not null,
    version                     bigint      not null default 1
);
create index application_created_at on application (created_at desc, reference);
create index application_broker on application (broker_id);
create index application_bdm on application (bdm_id);
comment on column application.loan_term is 'months';
comment on column application.interest_rate is '% a year';

create table application_borrower (
    reference   text   not null references application,
    borrower_id bigint not null references borrower,
    position    int    not null,
    primary key (reference, borrower_id)
);
create index application_borrower_borrower on application_borrower (borrower_id);

create table application_edit (
    id        bigint generated always as identity primary key,
    reference text        not null references application,
    user_id   text        not null,
    at        timestamptz not null,
    fields    text[]      not null,
    figures   boolean     not null
);
create index application_edit_reference on application_edit (reference);
comment on column application_edit.figures is 'true when amounts were entered or changed: four eyes looks at these';

create table assessment (
    id              bigint generated always as identity primary key,
    reference       text        not null references application,
    at              timestamptz not null,
    inputs          jsonb       not null,
    ratios          jsonb       not null,
    rules           jsonb       not null,
    eligible        boolean     not null,
    override_reason text,
    by_user         text
);
create index assessment_reference on assessment (reference, id);

create table approval (
    id              bigint generated always as identity primary key,
    reference       text           not null references application,
    amount          numeric(14, 2) not null,
    term            int            not null,
    rate            numeric(7, 4)  not null,
    expires_on      date           not null,
    override_reason text,
    approved_by     text,
    approved_at     timestamptz    not null
);
create index approval_reference on approval (reference, id);

create table approval_condition (
    id          bigint generated always as identity primary key,
    approval_id bigint  not null references approval,
    text        text    not null,
    met         boolean not null default false,
    changed_by  text,
    changed_at  timestamptz
);
create index approval_condition_approval on approval_condition (approval_id);

create table checklist_item (
    reference  text        not null references application,
    code       text        not null,
    done       boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (reference, code)
);
