create table application_guarantor (
    reference    text   not null references application,
    guarantor_id bigint not null unique references guarantor,
    position     int    not null,
    primary key (reference, guarantor_id)
);
comment on table application_guarantor is 'a guarantor stands behind one application, and is named there once';
