-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- One row: the last moment at which the program is known to have been there.
create table heartbeat (
  id integer not null,
  at integer not null,
  constraint heartbeat_is_one primary key (id),
  constraint heartbeat_is_the_only_one check (id = 1)
) strict;

-- A time in which the program was away.
create table outage (
  ended_at integer not null,
  began_at integer not null,
  constraint outage_ends_once primary key (ended_at),
  constraint outage_ends_after_its_start check (ended_at > began_at)
) strict;

-- A lease whose end fell into it and that goes on for a while.
create table outage_kept (
  ended_at    integer not null,
  environment text not null,
  holder_id   text not null,
  until       integer not null,
  constraint outage_kept_is_listed_once primary key (ended_at, environment),
  constraint outage_kept_in_an_outage foreign key (ended_at) references outage (ended_at),
  constraint outage_kept_for_a_person foreign key (holder_id) references person (id)
) strict;
