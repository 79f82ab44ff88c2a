alter table approval add column ended_at timestamptz;

comment on column approval.ended_at is
    'When the application left the stages for which the approval stands; from then on no document may state it';
