-- Moments are milliseconds since 1970-01-01T00:00:00Z.

create table policy_version (
  number    integer not null,
  hash      text not null,
  parts     text not null,
  loaded_at bigint not null,
  author    text not null,
  why       text not null,
  constraint policy_version_is_one primary key (number),
  constraint policy_version_counts_from_one check (number > 0)
);

comment on table policy_version is 'The states of the policy''s file that were ever in force; never deleted by use.';
comment on column policy_version.hash is 'SHA-256 of its parts, in hexadecimal digits.';
comment on column policy_version.parts is 'A JSON object: rules, classes, words and whatever else there is, a text each, in the file''s order.';
comment on column policy_version.author is 'Who changed the file, as the file says.';

create table policy_change (
  version integer not null,
  kind    text not null,
  name    text not null,
  how     text not null,
  constraint policy_change_is_listed_once primary key (version, kind, name),
  constraint policy_change_is_of_a_version foreign key (version) references policy_version (number),
  constraint policy_change_is_of_a_known_sort check (how in ('added', 'changed', 'removed'))
);

create index policy_change_by_name on policy_change (kind, name, version);

comment on table policy_change is 'What a version has otherwise than the one before it; the first has none.';
comment on column policy_change.kind is 'Such as rule or class.';

create table waiver (
  id          text not null,
  rule        text not null,
  consumer    text not null,
  environment text not null,
  until       bigint not null,
  reason      text not null,
  by_id       text not null,
  at          bigint not null,
  ended_at    bigint,
  constraint waiver_is_one primary key (id),
  constraint waiver_is_by_a_person foreign key (by_id) references person (id),
  constraint waiver_ends_after_its_start check (until > at)
);

create index waiver_in_force on waiver (until) where ended_at is null;

comment on table waiver is 'Exceptions from one rule, each for one consumer and one environment.';
comment on column waiver.until is 'The first moment at which the rule holds again, ended before or not.';
comment on column waiver.ended_at is 'When it was called off or replaced.';

create table judgement (
  id        text not null,
  at        bigint not null,
  person_id text not null,
  policy    integer not null,
  record    text not null,
  constraint judgement_is_one primary key (id),
  constraint judgement_is_given_to_a_person foreign key (person_id) references person (id),
  constraint judgement_rests_on_a_version foreign key (policy) references policy_version (number)
);

create index judgement_by_age on judgement (at);

comment on table judgement is 'Verdicts that were given, to be shown again.';
comment on column judgement.record is 'The verdict with the facts of then, as JSON.';

create table confirmation (
  code      text not null,
  person_id text not null,
  wish_type text not null,
  wish      text not null,
  at        bigint not null,
  until     bigint not null,
  taken_at  bigint,
  constraint confirmation_is_one primary key (code),
  constraint confirmation_is_by_a_person foreign key (person_id) references person (id),
  constraint confirmation_ends_after_its_start check (until > at)
);

create index confirmation_by_age on confirmation (until);

comment on table confirmation is 'What somebody wants and has still to confirm.';
comment on column confirmation.person_id is 'Who alone may confirm it.';
comment on column confirmation.wish is 'What will be done, as JSON.';
comment on column confirmation.until is 'The first moment at which it is no longer good.';
