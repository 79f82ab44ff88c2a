-- Money after the approval. What was received and charged is in rows that are only added; what is left to pay of an instalment is
-- computed from them and kept beside it.
create table loan (
    reference          text           primary key references application,
    amount             numeric(14, 2) not null check (amount > 0),
    rate               numeric(7, 4)  not null check (rate >= 0),
    term               int            not null check (term > 0),
    frequency          text           not null,
    capitalised_months int            not null check (capitalised_months >= 0),
    funded_on          date           not null,
    funded_by          text,
    funded_at          timestamptz    not null,
    arrears            text           check (arrears in ('open', 'handled')),
    paid_out_on        date
);
comment on column loan.amount is 'in AUD; what was paid out, further advances included';
comment on column loan.arrears is 'open: accounts have still to handle it; handled: they have, and something is still late; null: not in arrears';

create table payment (
    id                 bigint         generated always as identity primary key,
    reference          text           not null references loan,
    amount             numeric(14, 2) not null check (amount > 0),
    received_on        date           not null,
    external_reference text           not null,
    recorded_by        text           not null,
    recorded_at        timestamptz    not null,
    reversed_by        text,
    reversed_at        timestamptz,
    reversal_reason    text,
    check ((reversed_by is null) = (reversed_at is null))
);
create index payment_reference on payment (reference, id);
create unique index payment_external_reference on payment (external_reference) where reversed_at is null;
comment on index payment_external_reference is 'one transfer of the bank is recorded once; after a reversal it may be recorded where it belongs';

create table repayment (
    id             bigint         generated always as identity primary key,
    reference      text           not null references loan,
    number         int            not null check (number > 0),
    period_start   date           not null,
    due_date       date           not null check (due_date >= period_start),
    interest       numeric(14, 2) not null check (interest >= 0),
    principal      numeric(14, 2) not null check (principal >= 0),
    balance        numeric(14, 2) not null check (balance >= 0),
    paid_interest  numeric(14, 2) not null default 0 check (paid_interest between 0 and interest),
    paid_principal numeric(14, 2) not null default 0 check (paid_principal between 0 and principal),
    paid_on        date,
    charged_at     timestamptz,
    watched        boolean        not null default false,
    late_since     date,
    made_by        bigint         references payment,
    replaced_at    timestamptz,
    replaced_by    bigint         references payment
);
create unique index repayment_number on repayment (reference, number) where replaced_at is null;
comment on table repayment is 'lines of the schedule; those that were replaced stay';
comment on column repayment.charged_at is 'when its interest was entered in the ledger';
comment on column repayment.watched is 'whether its collection was started';
comment on column repayment.late_since is 'since when it counts for the arrears of the loan';
comment on column repayment.made_by is 'the payment that paid the loan out early and made this last line';
comment on column repayment.replaced_by is 'the payment that paid the loan out early and made this line unnecessary';

create table repayment_reminder (
    repayment_id bigint      not null references repayment,
    kind         text        not null check (kind in ('upcoming', 'first', 'second', 'arrears', 'maturity')),
    at           timestamptz not null,
    primary key (repayment_id, kind)
);
comment on table repayment_reminder is 'what was told about an instalment, each once';

create table fee (
    id          bigint         generated always as identity primary key,
    reference   text           not null references application,
    type        text           not null,
    description text           not null,
    amount      numeric(14, 2) not null check (amount > 0),
    due_date    date           not null,
    status      text           not null default 'unpaid' check (status in ('unpaid', 'paid', 'waived', 'refunded')),
    by_table    boolean        not null,
    raised_by   text,
    raised_at   timestamptz    not null
);
create index fee_reference on fee (reference, id);
create unique index fee_once on fee (reference, type) where by_table;
comment on column fee.by_table is 'raised by entering a stage: each type once for an application';

create table fee_event (
    fee_id             bigint      not null references fee,
    kind               text        not null check (kind in ('payment', 'waiver', 'refund')),
    on_date            date        not null,
    external_reference text,
    reason             text,
    by                 text        not null,
    at                 timestamptz not null,
    primary key (fee_id, kind)
);
create unique index fee_event_external_reference on fee_event (external_reference);

create table loan_extension (
    id        bigint         generated always as identity primary key,
    reference text           not null references loan,
    rate      numeric(7, 4)  not null,
    amount    numeric(14, 2) not null,
    repayment numeric(14, 2) not null,
    payments  int            not null,
    by        text           not null,
    at        timestamptz    not null
);
create index loan_extension_reference on loan_extension (reference, id);

-- What is owed, entry by entry: nobody changes or removes one, whoever asks, and each continues the balance of the one before.
create table ledger_entry (
    id          bigint         generated always as identity primary key,
    reference   text           not null references application,
    number      int            not null,
    at          timestamptz    not null,
    type        text           not null check (type in
        ('disbursement', 'interest', 'fee', 'payment', 'waiver', 'refund', 'adjustment', 'reversal')),
    amount      numeric(14, 2) not null check (amount <> 0 and amount <> 'NaN'),
    balance     numeric(14, 2) not null check (balance <> 'NaN'),
    description text           not null,
    source      text           not null,
    by          text,
    unique (reference, number),
    unique (reference, type, source)
);
comment on column ledger_entry.amount is 'positive raises what the borrower owes';
comment on column ledger_entry.balance is 'what is owed after this entry';
comment on column ledger_entry.source is 'the event that it stands for; one entry of a type for each';

create function money_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_entry_is_append_only before update or delete or truncate on ledger_entry
    for each statement execute function money_refuse_change();
create trigger fee_event_is_append_only before update or delete or truncate on fee_event
    for each statement execute function money_refuse_change();
create trigger loan_extension_is_append_only before update or delete or truncate on loan_extension
    for each statement execute function money_refuse_change();
create trigger payment_stays before delete or truncate on payment
    for each statement execute function money_refuse_change();
alter table ledger_entry enable always trigger ledger_entry_is_append_only;
alter table fee_event enable always trigger fee_event_is_append_only;
alter table loan_extension enable always trigger loan_extension_is_append_only;
alter table payment enable always trigger payment_stays;

-- A payment is what was received; all that can still be said about it is that it was taken back, once.
create function payment_only_reversed() returns trigger language plpgsql as $$
begin
    if old.reversed_at is not null
        or (new.id, new.reference, new.amount, new.received_on, new.external_reference, new.recorded_by, new.recorded_at)
            is distinct from
            (old.id, old.reference, old.amount, old.received_on, old.external_reference, old.recorded_by, old.recorded_at) then
        raise exception 'payment is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger payment_is_only_reversed before update on payment for each row execute function payment_only_reversed();
alter table payment enable always trigger payment_is_only_reversed;

create function ledger_entry_continue() returns trigger language plpgsql as $$
declare
    last ledger_entry;
begin
    select * into last from ledger_entry where reference = new.reference order by number desc limit 1;
    if new.number <> coalesce(last.number, 0) + 1 or new.balance <> coalesce(last.balance, 0) + new.amount then
        raise exception 'entry % of % does not continue the ledger', new.number, new.reference using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ledger_entry_continues before insert on ledger_entry
    for each row execute function ledger_entry_continue();
alter table ledger_entry enable always trigger ledger_entry_continues;
