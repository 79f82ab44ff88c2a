-- The bytes of all documents, each once, in pieces that can be written and read one at a time.
create table content (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size   bigint not null check (size > 0)
);
create table content_chunk (
    sha256 text  not null references content,
    number int   not null check (number >= 1),
    bytes  bytea not null,
    primary key (sha256, number)
);
alter table content_chunk alter column bytes set storage external;
comment on column content_chunk.number is 'counts the pieces from 1; put together they have the size and the SHA-256 of the content';

create sequence document_chain;
create table document (
    id            bigint generated always as identity primary key,
    chain         bigint      not null,
    version       int         not null check (version >= 1),
    reference     text        not null references application,
    document_type text        not null check (document_type in (
        'application_form', 'indicative_letter', 'formal_approval', 'loan_agreement', 'privacy_consent', 'guarantor_letter',
        'company_declaration', 'director_guarantee', 'valuation_report', 'qs_report', 'id_verification', 'bank_statement',
        'payslip', 'tax_return', 'contract', 'other')),
    title         text        not null,
    description   text,
    file_name     text        not null,
    content_type  text        not null,
    sha256        text        not null references content,
    generated     boolean     not null,
    shared        boolean     not null,
    created_by    text,
    created_at    timestamptz not null default clock_timestamp(),
    shows         text[]      not null default '{}',
    voided_at     timestamptz,
    voided_reason text,
    signed_sha256 text references content,
    revision      bigint      not null default 1,
    unique (chain, version)
);
create index document_reference on document (reference, chain, version);
create index document_created_at on document (created_at desc, id desc);
comment on column document.chain is 'what all versions of one document have in common; the highest version is the head';
comment on column document.created_by is 'account id; null when the system made it';
comment on column document.shows is 'names of the facts that a generated document shows';
comment on column document.signed_sha256 is 'the bytes with certificate page and digital signature, once everybody has signed';
comment on column document.revision is 'counts changes of what may change in a version, for optimistic locking';

create view document_status (document_id, status, reason) as
select id,
       case when voided_at is not null then 'voided'
            when signed_sha256 is not null then 'signed'
            when generated then 'generated'
            else 'draft' end,
       voided_reason
from document;
comment on view document_status is 'What has become of each version: the one place that says so';

-- What somebody signed years ago must still be there, byte for byte.
create function document_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger content_is_append_only before update or delete or truncate on content
    for each statement execute function document_refuse_change();
create trigger content_chunk_is_append_only before update or delete or truncate on content_chunk
    for each statement execute function document_refuse_change();
create trigger document_is_never_deleted before delete or truncate on document
    for each statement execute function document_refuse_change();
create trigger document_keeps_its_bytes
    before update of id, chain, version, reference, document_type, file_name, content_type, sha256, generated, created_by,
        created_at, shows on document
    for each row execute function document_refuse_change();
create trigger document_is_signed_once before update of signed_sha256 on document
    for each row when (old.signed_sha256 is not null and new.signed_sha256 is distinct from old.signed_sha256)
    execute function document_refuse_change();
alter table content enable always trigger content_is_append_only;
alter table content_chunk enable always trigger content_chunk_is_append_only;
alter table document enable always trigger document_is_never_deleted;
alter table document enable always trigger document_keeps_its_bytes;
alter table document enable always trigger document_is_signed_once;
