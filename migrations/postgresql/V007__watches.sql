-- Moments are milliseconds since 1970-01-01T00:00:00Z.

create table watch (
  person_id   text not null,
  environment text not null,
  unit        text not null,
  since       bigint not null,
  constraint watch_is_one primary key (person_id, environment, unit),
  constraint watch_is_somebodys foreign key (person_id) references person (id)
);

create index watch_by_unit on watch (unit);

comment on table watch is 'Who wants to hear when something about an environment changes.';
comment on column watch.environment is 'What was asked for, which the unit is a part of.';
