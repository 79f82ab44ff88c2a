-- Who entered or changed what somebody earns, spends or owes: four eyes ask it of whatever application they stand behind.
alter table borrower add column figures_by text[] not null default '{}';
alter table guarantor add column figures_by text[] not null default '{}';
update borrower set figures_by = array[created_by] where created_by is not null;
update guarantor set figures_by = array[created_by] where created_by is not null;
