alter table application
    add column branch_id            bigint references branch,
    add column valuer_id            bigint references valuer,
    add column survey_amount        numeric(14, 2),
    add column survey_date          date,
    add column quantity_surveyor_id bigint references quantity_surveyor;
create index application_branch on application (branch_id);
comment on column application.survey_amount is 'what a quantity surveyor says that building will cost, in AUD';
