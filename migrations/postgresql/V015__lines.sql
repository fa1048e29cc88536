-- Moments are milliseconds since 1970-01-01T00:00:00Z.

alter table waiting add column any_of text;

alter table lease_unit add column ended_at bigint;

update lease_unit set ended_at = (select l.ended_at from lease l where l.id = lease_unit.lease_id);

create index lease_unit_lately on lease_unit (unit, ended_at) where ended_at is not null;

comment on column waiting.any_of is 'What the person waits for any of, such as a label: who gets one of them is out of all these lines; nothing: for this alone.';
comment on column lease_unit.ended_at is 'The lease''s end, so that the last leases of a unit are found: how long they lasted says how long the next may.';
