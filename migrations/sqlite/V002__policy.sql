-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- The states of the policy's file that were ever in force; never deleted by use.
create table policy_version (
  number    integer not null,
  hash      text not null, -- SHA-256 of its parts, in hexadecimal digits.
  parts     text not null, -- A JSON object: rules, classes, words and whatever else there is, a text each, in the file's order.
  loaded_at integer not null,
  author    text not null, -- Who changed the file, as the file says.
  why       text not null,
  constraint policy_version_is_one primary key (number),
  constraint policy_version_counts_from_one check (number > 0)
) strict;

-- What a version has otherwise than the one before it; the first has none.
create table policy_change (
  version integer not null,
  kind    text not null, -- Such as rule or class.
  name    text not null,
  how     text not null,
  constraint policy_change_is_listed_once primary key (version, kind, name),
  constraint policy_change_is_of_a_version foreign key (version) references policy_version (number),
  constraint policy_change_is_of_a_known_sort check (how in ('added', 'changed', 'removed'))
) strict;

create index policy_change_by_name on policy_change (kind, name, version);

-- Exceptions from one rule, each for one consumer and one environment.
create table waiver (
  id          text not null,
  rule        text not null,
  consumer    text not null,
  environment text not null,
  until       integer not null, -- The first moment at which the rule holds again, ended before or not.
  reason      text not null,
  by_id       text not null,
  at          integer not null,
  ended_at    integer, -- When it was called off or replaced.
  constraint waiver_is_one primary key (id),
  constraint waiver_is_by_a_person foreign key (by_id) references person (id),
  constraint waiver_ends_after_its_start check (until > at)
) strict;

create index waiver_in_force on waiver (until) where ended_at is null;

-- Verdicts that were given, to be shown again.
create table judgement (
  id        text not null,
  at        integer not null,
  person_id text not null,
  policy    integer not null,
  record    text not null, -- The verdict with the facts of then, as JSON.
  constraint judgement_is_one primary key (id),
  constraint judgement_is_given_to_a_person foreign key (person_id) references person (id),
  constraint judgement_rests_on_a_version foreign key (policy) references policy_version (number)
) strict;

create index judgement_by_age on judgement (at);

-- What somebody wants and has still to confirm.
create table confirmation (
  code      text not null,
  person_id text not null, -- Who alone may confirm it.
  wish_type text not null,
  wish      text not null, -- What will be done, as JSON.
  at        integer not null,
  until     integer not null, -- The first moment at which it is no longer good.
  taken_at  integer,
  constraint confirmation_is_one primary key (code),
  constraint confirmation_is_by_a_person foreign key (person_id) references person (id),
  constraint confirmation_ends_after_its_start check (until > at)
) strict;

create index confirmation_by_age on confirmation (until);
