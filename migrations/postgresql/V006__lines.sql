-- Moments are milliseconds since 1970-01-01T00:00:00Z.

alter table waiting add column gathers_from bigint;

comment on column waiting.gathers_from is 'Who could not gather all in time gathers again from then on; nothing: at once.';
