-- Moments are milliseconds since 1970-01-01T00:00:00Z; lengths are milliseconds.

create table reservation_series (
  id        text not null,
  person_id text not null,
  zone      text not null,
  first_at  text not null,
  length    bigint not null,
  days      text not null,
  weeks     integer not null,
  until     bigint,
  purpose   text,
  bundle    text,
  made_at   bigint not null,
  stored_to bigint not null,
  windows   integer not null,
  ended_at  bigint,
  constraint reservation_series_is_one primary key (id),
  constraint reservation_series_is_somebodys foreign key (person_id) references person (id),
  constraint reservation_series_lasts check (length > 0),
  constraint reservation_series_comes_again check (weeks > 0)
);

create index reservation_series_to_add on reservation_series (stored_to) where ended_at is null;
create index reservation_series_by_person on reservation_series (person_id);

comment on table reservation_series is 'What somebody reserved: one window, or windows that come again.';
comment on column reservation_series.zone is 'Whose clock on the wall it keeps.';
comment on column reservation_series.first_at is 'When the first window begins, on that clock, such as 2026-11-24T10:00.';
comment on column reservation_series.days is 'On which days it comes again, such as 12345, counted from Monday; empty: once only.';
comment on column reservation_series.weeks is 'It comes in one week of so many.';
comment on column reservation_series.until is 'No window begins then or later; nothing: it goes on.';
comment on column reservation_series.bundle is 'What was reserved together, such as staging-release firefox 145.0b3.';
comment on column reservation_series.stored_to is 'Every window that begins before then has its row, or will have none.';
comment on column reservation_series.windows is 'How many were numbered.';
comment on column reservation_series.ended_at is 'From when on no more windows are added.';

create table reservation_part (
  series_id   text not null,
  position    integer not null,
  environment text not null,
  shared      boolean not null,
  constraint reservation_part_is_one primary key (series_id, position),
  constraint reservation_part_is_of_a_series foreign key (series_id) references reservation_series (id)
);

comment on table reservation_part is 'What a series is of, in the order in which it was named.';
comment on column reservation_part.shared is 'Its use is recorded when a window begins; it keeps nobody out.';

create table occurrence (
  id        text not null,
  series_id text not null,
  starts    bigint not null,
  ends      bigint not null,
  purpose   text,
  state     text not null,
  constraint occurrence_is_one primary key (id),
  constraint occurrence_is_of_a_series foreign key (series_id) references reservation_series (id),
  constraint occurrence_ends_after_its_start check (ends > starts),
  constraint occurrence_state_is_known check (state in ('planned', 'asked', 'confirmed', 'started', 'lapsed', 'cancelled'))
);

create index occurrence_due on occurrence (starts) where state in ('planned', 'asked', 'confirmed');
create index occurrence_by_series on occurrence (series_id);

comment on table occurrence is 'One window of a series; what it keeps are the rows of reservation with its id.';

alter table reservation add column environment text;

comment on column reservation.environment is 'The environment that the unit is kept as a part of; nothing: the unit''s own.';
