-- Collecting signatures for one version of a document. Where it stands is where the token of its process is; here is who has to
-- sign and what they answered.
create table signing (
    id          bigint generated always as identity primary key,
    document_id bigint      not null references document,
    started_at  timestamptz not null,
    started_by  text,
    expires_at  timestamptz not null,
    outcome     text check (outcome in ('signed', 'declined', 'expired', 'voided')),
    reason      text,
    ended_at    timestamptz,
    check ((outcome is null) = (ended_at is null))
);
create unique index signing_running on signing (document_id) where outcome is null;
create index signing_document on signing (document_id, id);
comment on table signing is 'one run of collecting signatures; at most one runs for a version of a document';

create table signer (
    id          bigint generated always as identity primary key,
    signing_id  bigint not null references signing,
    sign_order  int    not null,
    role        text   not null check (role in ('borrower', 'guarantor', 'director')),
    name        text   not null,
    email       text,
    user_id     text,
    asked_at    timestamptz,
    signed_at   timestamptz,
    declined_at timestamptz
);
create index signer_signing on signer (signing_id, sign_order, id);
create index signer_user on signer (user_id) where user_id is not null;
comment on column signer.user_id is 'log-in of the signer; without one they sign by a link that is mailed to them';

create table signing_link (
    token_hash text        primary key,
    signer_id  bigint      not null references signer,
    purpose    text        not null check (purpose in ('sign', 'copy')),
    expires_at timestamptz not null,
    used_at    timestamptz
);
comment on table signing_link is 'links that were mailed; only the hash of the secret part is kept';

-- Which approval the documents were made for, so that coming back to an approval makes nothing twice.
create table approval_documents (
    reference   text        primary key references application,
    approved_at timestamptz not null,
    terms       text        not null
);

create or replace view document_status (document_id, status, reason) as
select d.id,
       case when d.voided_at is not null then 'voided'
            when d.signed_sha256 is not null then 'signed'
            when s.id is null then case when d.generated then 'generated' else 'draft' end
            when s.outcome = 'signed' then 'partially_signed'
            when s.outcome is not null then s.outcome
            when exists (select 1 from signer g where g.signing_id = s.id and g.signed_at is not null) then 'partially_signed'
            else 'sent' end,
       coalesce(d.voided_reason, s.reason)
from document d
    left join lateral (select * from signing where document_id = d.id order by id desc limit 1) s on true;
