-- Moments are milliseconds since 1970-01-01T00:00:00Z; lengths are milliseconds.

-- What somebody reserved: one window, or windows that come again.
create table reservation_series (
  id        text not null,
  person_id text not null,
  zone      text not null, -- Whose clock on the wall it keeps.
  first_at  text not null, -- When the first window begins, on that clock, such as 2026-11-24T10:00.
  length    integer not null,
  days      text not null, -- On which days it comes again, such as 12345, counted from Monday; empty: once only.
  weeks     integer not null, -- It comes in one week of so many.
  until     integer, -- No window begins then or later; nothing: it goes on.
  purpose   text,
  bundle    text, -- What was reserved together, such as staging-release firefox 145.0b3.
  made_at   integer not null,
  stored_to integer not null, -- Every window that begins before then has its row, or will have none.
  windows   integer not null, -- How many were numbered.
  ended_at  integer, -- From when on no more windows are added.
  constraint reservation_series_is_one primary key (id),
  constraint reservation_series_is_somebodys foreign key (person_id) references person (id),
  constraint reservation_series_lasts check (length > 0),
  constraint reservation_series_comes_again check (weeks > 0)
) strict;

create index reservation_series_to_add on reservation_series (stored_to) where ended_at is null;
create index reservation_series_by_person on reservation_series (person_id);

-- What a series is of, in the order in which it was named.
create table reservation_part (
  series_id   text not null,
  position    integer not null,
  environment text not null,
  shared      integer not null, -- Its use is recorded when a window begins; it keeps nobody out.
  constraint reservation_part_is_one primary key (series_id, position),
  constraint reservation_part_is_of_a_series foreign key (series_id) references reservation_series (id),
  constraint reservation_part_is_shared_or_not check (shared in (false, true))
) strict;

-- One window of a series; what it keeps are the rows of reservation with its id.
create table occurrence (
  id        text not null,
  series_id text not null,
  starts    integer not null,
  ends      integer not null,
  purpose   text,
  state     text not null,
  constraint occurrence_is_one primary key (id),
  constraint occurrence_is_of_a_series foreign key (series_id) references reservation_series (id),
  constraint occurrence_ends_after_its_start check (ends > starts),
  constraint occurrence_state_is_known check (state in ('planned', 'asked', 'confirmed', 'started', 'lapsed', 'cancelled'))
) strict;

create index occurrence_due on occurrence (starts) where state in ('planned', 'asked', 'confirmed');
create index occurrence_by_series on occurrence (series_id);

-- The environment that the unit is kept as a part of; nothing: the unit's own.
alter table reservation add column environment text;
