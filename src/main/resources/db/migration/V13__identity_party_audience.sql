-- Who works with an application, as against who only borrows in it.
create view party_audience (kind, id, principal) as
with work as (
    select a.reference, a.principal
    from application_audience a
    where not exists (select 1
                      from application_borrower p join borrower w on w.id = p.borrower_id
                      where p.reference = a.reference and 'user:' || w.user_id = a.principal)
), staff (principal) as (values ('group:admin'), ('group:credit'))
select 'borrower', b.id, s.principal from borrower b cross join staff s
union all
select 'borrower', b.id, 'user:' || b.created_by from borrower b where b.created_by is not null
union all
select 'borrower', b.id, 'user:' || b.user_id from borrower b where b.user_id is not null
union all
select 'borrower', p.borrower_id, w.principal from application_borrower p join work w on w.reference = p.reference
union all
select 'guarantor', g.id, s.principal from guarantor g cross join staff s
union all
select 'guarantor', g.id, 'user:' || g.created_by from guarantor g where g.created_by is not null
union all
select 'guarantor', p.guarantor_id, w.principal from application_guarantor p join work w on w.reference = p.reference;

comment on view party_audience is
    'Who sees which borrower and guarantor: the one place that says so. Admins and credit see all; whoever entered one keeps
     sight of it; whoever works with one of its applications sees it; a borrower sees themselves, not those who borrow or
     stand beside them';
