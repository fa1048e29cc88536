-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- Who wants to hear when something about an environment changes.
create table watch (
  person_id   text not null,
  environment text not null, -- What was asked for, which the unit is a part of.
  unit        text not null,
  since       integer not null,
  constraint watch_is_one primary key (person_id, environment, unit),
  constraint watch_is_somebodys foreign key (person_id) references person (id)
) strict;

create index watch_by_unit on watch (unit);
