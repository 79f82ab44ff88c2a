-- Somebody may work with one application and borrow in another; the capacity says as what they see each. A broker or BDM is
-- named with the group, so that whoever leaves it sees nothing of it any more.
create or replace view application_audience (reference, principal, capacity) as
select a.reference, 'group:' || g.name, g.name
from application a cross join (values ('admin'), ('credit')) g (name)
union all
select h.reference, 'group:' || g.name, g.name
from stage_history h cross join lateral unnest(h.visible_to) g (name)
union all
select a.reference, 'broker:' || b.user_id, 'broker'
from application a join broker b on b.id = a.broker_id
where b.user_id is not null
union all
select a.reference, 'bd:' || m.user_id, 'bd'
from application a join bdm m on m.id = a.bdm_id
where m.user_id is not null
union all
select a.reference, 'bd:' || m.user_id, 'bd'
from application a
    join broker_bdm l on l.broker_id = a.broker_id
    join bdm m on m.id = l.bdm_id
where m.user_id is not null
union all
select p.reference, 'user:' || w.user_id, 'client'
from application_borrower p join borrower w on w.id = p.borrower_id
where w.user_id is not null;

comment on view application_audience is
    'Who sees which application, and as what: the one place that says so. Admins and credit see all; a group sees what has
     reached a stage visible to it; brokers their own; BDMs their own and those of their brokers; borrowers their own, as
     clients. The capacity is the group whose rights they have there';

create or replace view party_audience (kind, id, principal, capacity) as
with work as (
    select a.reference, a.principal, a.capacity from application_audience a where a.capacity <> 'client'
), staff (principal, capacity) as (values ('group:admin', 'admin'), ('group:credit', 'credit')),
enterer (capacity) as (values ('broker'), ('bd'))
select 'borrower', b.id, s.principal, s.capacity from borrower b cross join staff s
union all
select 'borrower', b.id, e.capacity || ':' || b.created_by, e.capacity
from borrower b cross join enterer e where b.created_by is not null
union all
select 'borrower', b.id, 'user:' || b.user_id, 'client' from borrower b where b.user_id is not null
union all
select 'borrower', p.borrower_id, w.principal, w.capacity
from application_borrower p join work w on w.reference = p.reference
union all
select 'guarantor', g.id, s.principal, s.capacity from guarantor g cross join staff s
union all
select 'guarantor', g.id, e.capacity || ':' || g.created_by, e.capacity
from guarantor g cross join enterer e where g.created_by is not null
union all
select 'guarantor', p.guarantor_id, w.principal, w.capacity
from application_guarantor p join work w on w.reference = p.reference;

comment on view party_audience is
    'Who sees which borrower and guarantor, and as what: the one place that says so. Admins and credit see all; whoever
     entered one as broker or BDM keeps sight of it; whoever works with one of its applications sees it; a
     borrower sees themselves as a client, not those who borrow or stand beside them';
