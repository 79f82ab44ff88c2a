-- What happened while signatures were collected. Rows are added and never changed, whoever asks; each holds the hash of the
-- one before it, and the first one that of the document's bytes.
create table signing_evidence (
    id            bigint generated always as identity primary key,
    signing_id    bigint      not null,
    document_id   bigint      not null references document,
    number        int         not null check (number > 0),
    kind          text        not null check (kind in
        ('started', 'asked', 'opened', 'signed', 'declined', 'reminded', 'expired', 'voided', 'completed')),
    at            timestamptz not null,
    signer_id     bigint,
    payload       text        not null check (jsonb_typeof(payload::jsonb) = 'object'),
    previous_hash text        not null check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text        not null check (hash ~ '^[0-9a-f]{64}$'),
    unique (signing_id, number)
);
create index signing_evidence_document on signing_evidence (document_id, signing_id, number);
comment on column signing_evidence.number is 'counts from 1 in a signing, without a gap';
comment on column signing_evidence.payload is 'JSON object as it was hashed; text, because jsonb keeps neither order nor spelling';
comment on column signing_evidence.hash is 'SHA-256 of all columns but id in their canonical form';

create function signing_evidence_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'signing_evidence is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger signing_evidence_is_append_only before update or delete or truncate on signing_evidence
    for each statement execute function signing_evidence_refuse_change();
alter table signing_evidence enable always trigger signing_evidence_is_append_only;
