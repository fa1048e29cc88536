-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- What people decided of environments; what is open has no row.
create table gate (
  environment text not null,
  repeats     integer not null, -- Whether it comes back by a rhythm; an environment may have one of each sort.
  state       text not null,
  reason      text not null,
  by_id       text not null,
  since       integer not null,
  until       integer, -- The first moment at which it is open by itself.
  covers      text not null, -- Ids of environments, with spaces between them.
  units       text not null, -- Names of units, with line breaks between them.
  days        text, -- Of the rhythm: days of the week, with spaces between them.
  begins      text, -- Of the rhythm: the hour on the wall clock, such as 14:00.
  zone        text, -- Of the rhythm.
  length_ms   integer, -- Of the rhythm: how long a window is.
  shut        integer not null, -- Whether people were told that it is shut.
  due         integer, -- When it next changes by itself.
  constraint gate_is_one primary key (environment, repeats),
  constraint gate_is_somebodys foreign key (by_id) references person (id),
  constraint gate_repeats_or_not check (repeats in (false, true)),
  constraint gate_was_told_shut_or_not check (shut in (false, true)),
  constraint gate_has_a_whole_rhythm_or_none check (
    (repeats = 1) = (days is not null and begins is not null and zone is not null and length_ms is not null))
) strict;

create index gate_due on gate (due) where due is not null;

-- A chemspill or a release is in flight.
create table in_flight (
  id       text not null,
  what     text not null,
  because  text,
  by_id    text not null,
  since    integer not null,
  until    integer not null, -- The first moment at which it is over, ended or not.
  ended_at integer,
  constraint in_flight_is_one primary key (id),
  constraint in_flight_is_somebodys foreign key (by_id) references person (id)
) strict;

create index in_flight_open on in_flight (until) where ended_at is null;
