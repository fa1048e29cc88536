-- Moments are milliseconds since 1970-01-01T00:00:00Z; lengths are milliseconds.

create table person (
  id         text not null,
  name       text not null,
  called     text not null,
  zone       text,
  hours      text,
  remind_ms  bigint,
  created_at bigint not null,
  constraint person_is_one primary key (id),
  constraint person_is_reminded_before_the_end check (remind_ms >= 0)
);

create index person_by_name on person (called);

comment on table person is 'Who is behind accounts, with their settings.';
comment on column person.name is 'As the first account shows it.';
comment on column person.called is 'The name in lower case, to be found by; folded by the program, because the engines fold differently.';
comment on column person.hours is 'Such as 09:00-18:00 12345, the days counted from Monday.';

create table account (
  id         text not null,
  person_id  text not null,
  name       text not null,
  called     text not null,
  zone       text,
  first_seen bigint not null,
  constraint account_is_one primary key (id),
  constraint account_is_somebodys foreign key (person_id) references person (id)
);

create index account_by_person on account (person_id);
create index account_by_name on account (called);

comment on table account is 'One platform''s user; a person may have several.';
comment on column account.id is 'platform:workspace:id, such as console:ann.';
comment on column account.called is 'The name in lower case, to be found by.';

create table lease (
  id          text not null,
  environment text not null,
  holder_id   text not null,
  token       bigint not null,
  since       bigint not null,
  until       bigint not null,
  purpose     text,
  bundle      text,
  seen        bigint not null,
  state       text not null,
  ended_at    bigint,
  constraint lease_is_one primary key (id),
  constraint lease_is_held_by_a_person foreign key (holder_id) references person (id),
  constraint lease_token_rises check (token > 0),
  constraint lease_ends_after_its_start check (until > since),
  constraint lease_state_is_known check (state in ('held', 'released', 'expired', 'taken', 'handed_over')),
  constraint lease_is_held_until_it_ended check ((state = 'held') = (ended_at is null))
);

create index lease_due on lease (until) where state = 'held';
create index lease_by_environment on lease (environment);
create index lease_by_holder on lease (holder_id, environment);

comment on table lease is 'A time-bound exclusive right to one environment; ended ones stay.';
comment on column lease.token is 'Its number among the grants of its units: higher than any before.';
comment on column lease.until is 'The first moment at which it is no longer held, swept or not.';
comment on column lease.bundle is 'What it was claimed together with, such as staging-release firefox 145.0b3.';
comment on column lease.seen is 'The last sign of life: claimed, extended or kept.';

create table helper (
  lease_id  text not null,
  person_id text not null,
  added     bigint not null,
  constraint helper_is_named_once primary key (lease_id, person_id),
  constraint helper_helps_a_lease foreign key (lease_id) references lease (id),
  constraint helper_is_a_person foreign key (person_id) references person (id)
);

comment on table helper is 'Who may extend and release a lease besides its holder.';
comment on column helper.added is 'Counts the helpers of the lease in the order they were named.';

create table unit (
  name      text not null,
  token     bigint not null,
  kind      text not null,
  lease_id  text,
  person_id text,
  since     bigint not null,
  until     bigint not null,
  constraint unit_is_one primary key (name),
  constraint unit_token_is_counted check (token >= 0),
  constraint unit_kind_is_known check (kind in ('lease', 'offer', 'gathering')),
  constraint unit_lease_is_of_its_kind check (lease_id is null or kind = 'lease'),
  constraint unit_lease_has_a_holder check (kind <> 'lease' or (lease_id is null) = (person_id is null)),
  constraint unit_offer_is_to_somebody check (kind = 'lease' or person_id is not null),
  -- Checked at the commit: a claim takes the unit first, and writes the lease when it won.
  constraint unit_lease_exists foreign key (lease_id) references lease (id) deferrable initially deferred,
  constraint unit_person_exists foreign key (person_id) references person (id)
);

create index unit_by_lease on unit (lease_id) where lease_id is not null;

comment on table unit is 'What can be contended: one permanent row each, whose token outlives every lease.';
comment on column unit.token is 'That of the newest grant; 0 before the first. It never falls.';
comment on column unit.kind is 'What keeps it: a lease, an offer to one person, or the gathering of several units for one person.';
comment on column unit.person_id is 'Whom it is kept for.';
comment on column unit.since is 'Since when it is kept.';
comment on column unit.until is 'The first moment at which it is free; 0 once given back.';

create table lease_unit (
  lease_id text not null,
  unit     text not null,
  open     boolean not null,
  constraint lease_unit_is_listed_once primary key (lease_id, unit),
  constraint lease_unit_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint lease_unit_exists foreign key (unit) references unit (name) on update cascade
);

-- The second guard: whatever the program does, no unit has two open leases.
create unique index lease_unit_has_one_lease on lease_unit (unit) where open;

comment on table lease_unit is 'Which units a lease holds, or held.';
comment on column lease_unit.open is 'Whether the lease is not ended.';

create table reservation (
  id           text not null,
  unit         text not null,
  person_id    text not null,
  starts       bigint not null,
  ends         bigint not null,
  cancelled_at bigint,
  constraint reservation_is_one primary key (id, unit),
  constraint reservation_is_of_a_unit foreign key (unit) references unit (name) on update cascade,
  constraint reservation_is_somebodys foreign key (person_id) references person (id),
  constraint reservation_ends_after_its_start check (ends > starts)
);

create index reservation_ahead on reservation (unit, ends) where cancelled_at is null;

comment on table reservation is 'A window in the future that is one person''s.';

create table handover (
  seq         bigint generated always as identity,
  lease_id    text not null,
  to_id       text not null,
  by_id       text not null,
  until       bigint not null,
  at          bigint not null,
  open        boolean not null,
  constraint handover_is_in_order primary key (seq),
  constraint handover_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint handover_is_to_a_person foreign key (to_id) references person (id),
  constraint handover_is_by_a_person foreign key (by_id) references person (id)
);

create unique index handover_is_the_only_open_one on handover (lease_id) where open;
create index handover_to_a_person on handover (to_id) where open;

comment on table handover is 'A holder''s offer of a lease to somebody; void once the lease is ended, open or not.';
comment on column handover.until is 'The end that the lease has once it is accepted.';

create table takeover (
  seq         bigint generated always as identity,
  lease_id    text not null,
  by_id       text not null,
  reason      text not null,
  at          bigint not null,
  due         bigint not null,
  open        boolean not null,
  constraint takeover_is_in_order primary key (seq),
  constraint takeover_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint takeover_is_by_a_person foreign key (by_id) references person (id)
);

create unique index takeover_is_the_only_open_one on takeover (lease_id) where open;

comment on table takeover is 'Somebody''s wish to have a lease that is another''s; void once the lease is ended, open or not.';
comment on column takeover.due is 'From when on it may be had, unless the holder kept it.';

create table waiting (
  seq         bigint generated always as identity,
  unit        text not null,
  environment text not null,
  person_id   text not null,
  since       bigint not null,
  left_at     bigint,
  constraint waiting_is_in_order primary key (seq),
  constraint waiting_is_for_a_unit foreign key (unit) references unit (name) on update cascade,
  constraint waiting_is_somebodys foreign key (person_id) references person (id)
);

create unique index waiting_in_one_place on waiting (person_id, unit) where left_at is null;
create index waiting_in_line on waiting (unit, seq) where left_at is null;

comment on table waiting is 'Places in the lines of units, first in, first out.';
comment on column waiting.environment is 'What was asked for, which the unit is a part of.';

create table shared_use (
  id          text not null,
  environment text not null,
  person_id   text not null,
  since       bigint not null,
  until       bigint not null,
  purpose     text,
  bundle      text,
  ended_at    bigint,
  constraint shared_use_is_one primary key (id),
  constraint shared_use_is_by_a_person foreign key (person_id) references person (id),
  constraint shared_use_ends_after_its_start check (until > since)
);

create unique index shared_use_is_the_only_open_one on shared_use (person_id, environment) where ended_at is null;
create index shared_use_by_environment on shared_use (environment) where ended_at is null;

comment on table shared_use is 'A record that somebody uses a shared environment; it keeps nobody out.';
comment on column shared_use.until is 'The first moment at which it is over, ended or not.';
comment on column shared_use.bundle is 'What it was recorded together with.';

create table link_code (
  code        text not null,
  person_id   text not null,
  expires     bigint not null,
  taken_at    bigint,
  constraint link_code_is_one primary key (code),
  constraint link_code_is_of_a_person foreign key (person_id) references person (id)
);

create index link_code_by_person on link_code (person_id);

comment on table link_code is 'One-time codes that join another account to a person.';
comment on column link_code.expires is 'The first moment at which it is no longer good.';

create table history (
  id          bigint generated always as identity,
  at          bigint not null,
  what        text not null,
  environment text,
  lease_id    text,
  actor_id    text,
  details     text not null,
  constraint history_is_a_line primary key (id),
  constraint history_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint history_actor_is_a_person foreign key (actor_id) references person (id)
);

create index history_newest on history (at);
create index history_by_environment on history (environment, at);
create index history_by_lease on history (lease_id);
create index history_by_actor on history (actor_id, at);

comment on table history is 'What happened, who did it and when; never deleted by use.';
comment on column history.actor_id is 'Nothing: the program itself.';
comment on column history.details is 'A JSON object of texts.';

create table processed_message (
  platform     text not null,
  conversation text not null,
  message_id   text not null,
  at           bigint not null,
  result_type  text not null,
  result       text not null,
  constraint processed_message_has_its_effect_once primary key (platform, conversation, message_id)
);

create index processed_message_by_age on processed_message (at);

comment on table processed_message is 'What was answered to a message, so that its repeat has no effect and the same answer.';
comment on column processed_message.result is 'The answer as JSON.';

create table outbox (
  seq         bigint generated always as identity,
  id          text not null,
  person_id   text not null,
  notice_type text not null,
  notice      text not null,
  created_at  bigint not null,
  sent_at     bigint,
  constraint outbox_is_in_order primary key (seq),
  constraint outbox_is_said_once unique (id),
  constraint outbox_is_to_a_person foreign key (person_id) references person (id)
);

create index outbox_unsent on outbox (person_id, seq) where sent_at is null;

comment on table outbox is 'What is still to be said without being asked; a row is marked sent after a platform accepted it.';
comment on column outbox.id is 'Also the platform''s idempotency key.';
comment on column outbox.notice is 'The facts as JSON; put into words at delivery.';
