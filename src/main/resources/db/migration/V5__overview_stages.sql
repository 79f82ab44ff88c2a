create table stage_board (
    reference  text primary key,
    stage      text        not null,
    stage_name text        not null,
    open       boolean     not null,
    since      timestamptz not null
);
create index stage_board_stage on stage_board (stage);

create table stage_history (
    id            bigint generated always as identity primary key,
    reference     text        not null,
    from_stage    text,
    to_stage      text        not null,
    at            timestamptz not null,
    by_user       text,
    reason        text,
    model_version int         not null,
    visible_to    text[]      not null
);
create index stage_history_reference on stage_history (reference, id);
comment on column stage_history.visible_to is 'groups that see an application once it has been in this stage, as the model said then';
