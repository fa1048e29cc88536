-- Moments are milliseconds since 1970-01-01T00:00:00Z.

create table heartbeat (
  id integer not null,
  at bigint not null,
  constraint heartbeat_is_one primary key (id),
  constraint heartbeat_is_the_only_one check (id = 1)
);

create table outage (
  ended_at bigint not null,
  began_at bigint not null,
  constraint outage_ends_once primary key (ended_at),
  constraint outage_ends_after_its_start check (ended_at > began_at)
);

create table outage_kept (
  ended_at    bigint not null,
  environment text not null,
  holder_id   text not null,
  until       bigint not null,
  constraint outage_kept_is_listed_once primary key (ended_at, environment),
  constraint outage_kept_in_an_outage foreign key (ended_at) references outage (ended_at),
  constraint outage_kept_for_a_person foreign key (holder_id) references person (id)
);

comment on table heartbeat is 'One row: the last moment at which the program is known to have been there.';
comment on table outage is 'A time in which the program was away.';
comment on table outage_kept is 'A lease whose end fell into it and that goes on for a while.';
