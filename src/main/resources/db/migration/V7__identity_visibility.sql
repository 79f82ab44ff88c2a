create view application_audience (reference, principal) as
select a.reference, g.principal
from application a cross join (values ('group:admin'), ('group:credit')) g (principal)
union all
select h.reference, 'group:' || g.name
from stage_history h cross join lateral unnest(h.visible_to) g (name)
union all
select a.reference, 'user:' || b.user_id
from application a join broker b on b.id = a.broker_id
where b.user_id is not null
union all
select a.reference, 'user:' || m.user_id
from application a join bdm m on m.id = a.bdm_id
where m.user_id is not null
union all
select a.reference, 'user:' || m.user_id
from application a
    join broker_bdm l on l.broker_id = a.broker_id
    join bdm m on m.id = l.bdm_id
where m.user_id is not null
union all
select p.reference, 'user:' || w.user_id
from application_borrower p join borrower w on w.id = p.borrower_id
where w.user_id is not null;

comment on view application_audience is
    'Who sees which application: the one place that says so. Admins and credit see all; a group sees what has reached a stage
     visible to it; brokers their own; BDMs their own and those of their brokers; borrowers their own';
