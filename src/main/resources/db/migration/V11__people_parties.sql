alter table borrower
    add column created_by            text,
    add column updated_at            timestamptz not null default now(),
    add column version               bigint      not null default 1,
    add column abn                   text generated always as (regexp_replace(data ->> 'abn', '[\s-]', '', 'g')) stored,
    add column acn                   text generated always as (regexp_replace(data ->> 'acn', '[\s-]', '', 'g')) stored,
    add column tax_file_number       text,
    add column tax_file_number_print text,
    add column account_number        text;
create index borrower_created_by on borrower (created_by);
create index borrower_email on borrower (lower(email));
create index borrower_abn on borrower (abn);
create index borrower_acn on borrower (acn);
create index borrower_tax_file_number_print on borrower (tax_file_number_print);
comment on column borrower.data is 'everything but the numbers that few may see';
comment on column borrower.tax_file_number is 'sealed, see platform.secrets';
comment on column borrower.tax_file_number_print is 'keyed hash, to find the same number again';
comment on column borrower.account_number is 'sealed, see platform.secrets';

create table guarantor (like borrower including all);

create table asset (
    id           bigint generated always as identity primary key,
    borrower_id  bigint references borrower on delete cascade,
    guarantor_id bigint references guarantor on delete cascade,
    type         text,
    description  text,
    value        numeric(14, 2),
    amount_owing numeric(14, 2),
    address      jsonb,
    check (num_nonnulls(borrower_id, guarantor_id) = 1)
);
create index asset_borrower on asset (borrower_id);
create index asset_guarantor on asset (guarantor_id);

create table liability (
    id              bigint generated always as identity primary key,
    borrower_id     bigint references borrower on delete cascade,
    guarantor_id    bigint references guarantor on delete cascade,
    type            text,
    description     text,
    amount          numeric(14, 2),
    lender          text,
    monthly_payment numeric(14, 2),
    check (num_nonnulls(borrower_id, guarantor_id) = 1)
);
create index liability_borrower on liability (borrower_id);
create index liability_guarantor on liability (guarantor_id);

create table borrower_invitation (
    hash        text primary key,
    borrower_id bigint      not null references borrower on delete cascade,
    email       text        not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    used_by     text
);
create index borrower_invitation_borrower on borrower_invitation (borrower_id);
comment on column borrower_invitation.hash is 'of the token; the token itself is only in the e-mail';
