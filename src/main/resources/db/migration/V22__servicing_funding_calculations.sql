-- What somebody calculated for an application before the money was paid; rows are added and never changed.
create table funding_calculation (
    id              bigint generated always as identity primary key,
    reference       text          not null references application,
    at              timestamptz   not null,
    by_user         text          not null,
    inputs          jsonb         not null,
    lines           jsonb         not null,
    total_fees      numeric(18,2) not null,
    funds_available numeric(18,2) not null
);
create index funding_calculation_reference on funding_calculation (reference, id);
create index funding_calculation_by_user on funding_calculation (by_user);
comment on column funding_calculation.inputs is 'every figure it was calculated from, those of the decision table included';
comment on column funding_calculation.total_fees is 'AUD; wider than other amounts, because fees a month may be tried over 480 months';

create function funding_calculation_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'funding_calculation is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger funding_calculation_is_append_only before update or delete or truncate on funding_calculation
    for each statement execute function funding_calculation_refuse_change();
alter table funding_calculation enable always trigger funding_calculation_is_append_only;
