-- Moments are milliseconds since 1970-01-01T00:00:00Z.

create table gate (
  environment text not null,
  repeats     boolean not null,
  state       text not null,
  reason      text not null,
  by_id       text not null,
  since       bigint not null,
  until       bigint,
  covers      text not null,
  units       text not null,
  days        text,
  begins      text,
  zone        text,
  length_ms   bigint,
  shut        boolean not null,
  due         bigint,
  constraint gate_is_one primary key (environment, repeats),
  constraint gate_is_somebodys foreign key (by_id) references person (id),
  constraint gate_has_a_whole_rhythm_or_none check (
    repeats = (days is not null and begins is not null and zone is not null and length_ms is not null))
);

create index gate_due on gate (due) where due is not null;

create table in_flight (
  id       text not null,
  what     text not null,
  because  text,
  by_id    text not null,
  since    bigint not null,
  until    bigint not null,
  ended_at bigint,
  constraint in_flight_is_one primary key (id),
  constraint in_flight_is_somebodys foreign key (by_id) references person (id)
);

create index in_flight_open on in_flight (until) where ended_at is null;

comment on table gate is 'What people decided of environments; what is open has no row.';
comment on column gate.repeats is 'Whether it comes back by a rhythm; an environment may have one of each sort.';
comment on column gate.until is 'The first moment at which it is open by itself.';
comment on column gate.covers is 'Ids of environments, with spaces between them.';
comment on column gate.units is 'Names of units, with line breaks between them.';
comment on column gate.days is 'Of the rhythm: days of the week, with spaces between them.';
comment on column gate.begins is 'Of the rhythm: the hour on the wall clock, such as 14:00.';
comment on column gate.length_ms is 'Of the rhythm: how long a window is.';
comment on column gate.shut is 'Whether people were told that it is shut.';
comment on column gate.due is 'When it next changes by itself.';
comment on table in_flight is 'A chemspill or a release is in flight.';
comment on column in_flight.until is 'The first moment at which it is over, ended or not.';
