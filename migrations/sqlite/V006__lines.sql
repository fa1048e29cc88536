-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- Who could not gather all in time gathers again from then on; nothing: at once.
alter table waiting add column gathers_from integer;
