CREATE TABLE account (
  id         text not null, -- platform:workspace:id, such as console:ann.
  person_id  text not null,
  name       text not null,
  called     text not null, -- The name in lower case, to be found by.
  zone       text,
  first_seen integer not null,
  constraint account_is_one primary key (id),
  constraint account_is_somebodys foreign key (person_id) references person (id)
) strict;

CREATE INDEX account_by_name on account (called);

CREATE INDEX account_by_person on account (person_id);

CREATE TABLE confirmation (
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

CREATE INDEX confirmation_by_age on confirmation (until);

CREATE TABLE gate (
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

CREATE INDEX gate_due on gate (due) where due is not null;

CREATE TABLE handover (
  seq         integer constraint handover_is_in_order primary key autoincrement,
  lease_id    text not null,
  to_id       text not null,
  by_id       text not null,
  until       integer not null, -- The end that the lease has once it is accepted.
  at          integer not null,
  open        integer not null,
  constraint handover_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint handover_is_to_a_person foreign key (to_id) references person (id),
  constraint handover_is_by_a_person foreign key (by_id) references person (id),
  constraint handover_is_open_or_not check (open in (false, true))
) strict;

CREATE UNIQUE INDEX handover_is_the_only_open_one on handover (lease_id) where open;

CREATE INDEX handover_to_a_person on handover (to_id) where open;

CREATE TABLE health_change (
  environment text not null,
  at          integer not null,
  health      text not null,
  vpn         integer not null, -- Whether it could not be reached since it is behind a VPN.
  constraint health_change_is_one primary key (environment, at)
) strict;

CREATE INDEX health_change_at on health_change (at);

CREATE TABLE health_deploy (
  environment text not null,
  at          integer not null,
  version     text,
  commit_id   text,
  constraint health_deploy_is_one primary key (environment, at)
) strict;

CREATE INDEX health_deploy_at on health_deploy (at);

CREATE TABLE health_incident (
  id        text not null,
  root      text not null, -- What is at the bottom of it, as far as is known.
  opened_at integer not null,
  closed_at integer,
  constraint health_incident_is_one primary key (id)
) strict;

CREATE INDEX health_incident_closed on health_incident (closed_at);

CREATE TABLE health_incident_line (
  incident    text not null,
  number      integer not null, -- From 1 on.
  at          integer not null,
  what        text not null, -- TURNED, CAUSE or FLAPPING.
  environment text not null,
  health      text not null,
  sentence    text not null, -- What was seen; foreign words.
  deployed_at integer, -- When something else was deployed there, where that was lately.
  constraint health_incident_line_is_one primary key (incident, number),
  constraint health_incident_line_is_of_one foreign key (incident) references health_incident (id)
) strict;

CREATE INDEX health_incident_line_of on health_incident_line (environment);

CREATE TABLE health_probe (
  environment text not null,
  probe       text not null, -- Its name among the probes of the environment.
  held        text not null, -- What stands: PASSING, DEGRADED, UNREACHABLE, FAILING or UNKNOWN.
  since       integer not null,
  sign        text not null, -- What the last look said: PASSING, DEGRADED, FAILED or UNREACHABLE.
  seen_at     integer not null,
  took_ms     integer not null,
  sentence    text not null, -- What it saw; foreign words.
  silent_at   integer not null, -- From then on it is unknown, unless somebody looks before.
  vpn         integer not null, -- Whether it is reached through a VPN only.
  lately      text not null, -- A letter for each of the last looks, oldest first.
  tree        text, tree_since integer, -- The state of the tree that it looks at.
  constraint health_probe_is_one primary key (environment, probe)
) strict;

CREATE INDEX health_probe_silent on health_probe (silent_at) where held <> 'UNKNOWN';

CREATE TABLE health_round (
  one     integer not null, -- Always 1.
  changes integer not null, -- Counts changes of any environment.
  constraint health_round_is_one primary key (one)
) strict;

CREATE TABLE health_state (
  environment text not null,
  health      text not null,
  since       integer not null,
  beneath     text not null, -- What its probes say together, flapping or not.
  probe       text not null, -- The probe that decided.
  sentence    text not null, -- What that one saw; foreign words.
  vpn         integer not null, -- Whether it cannot be reached since it is behind a VPN.
  turns       text not null, -- When it changed lately, oldest first, with commas between.
  flapping    integer, -- Since when it changes to and fro.
  calm_at     integer, -- When it is no longer flapping, unless it changes before.
  version     text, -- What runs there.
  commit_id   text, -- What that was deployed from.
  deployed_at integer, -- When it was seen to have come; nothing where it was there from the first look on.
  told        text, -- The last that people were told.
  incident    text, -- The incident that it is part of.
  constraint health_state_is_one primary key (environment)
) strict;

CREATE INDEX health_state_calm on health_state (calm_at) where calm_at is not null;

CREATE INDEX health_state_incident on health_state (incident) where incident is not null;

CREATE TABLE heard_event (
  seq         integer constraint heard_event_is_in_order primary key autoincrement,
  account     text not null,
  event_id    text not null,
  room        text not null,
  sender      text not null,
  outcome     text not null, -- What came of it: a word.
  environment text, -- Of the lease that it was about.
  token       integer, -- That lease's.
  at          integer not null,
  constraint heard_event_is_one unique (account, event_id),
  constraint heard_event_token_is_of_something check (token is null or environment is not null)
) strict;

CREATE INDEX heard_event_by_age on heard_event (at);

CREATE INDEX heard_event_in_room on heard_event (account, room, seq);

CREATE TABLE heartbeat (
  id integer not null,
  at integer not null,
  constraint heartbeat_is_one primary key (id),
  constraint heartbeat_is_the_only_one check (id = 1)
) strict;

CREATE TABLE helper (
  lease_id  text not null,
  person_id text not null,
  added     integer not null, -- Counts the helpers of the lease in the order they were named.
  constraint helper_is_named_once primary key (lease_id, person_id),
  constraint helper_helps_a_lease foreign key (lease_id) references lease (id),
  constraint helper_is_a_person foreign key (person_id) references person (id)
) strict;

CREATE TABLE history (
  id          integer constraint history_is_a_line primary key autoincrement,
  at          integer not null,
  what        text not null,
  environment text,
  lease_id    text,
  actor_id    text, -- Nothing: the program itself.
  details     text not null, -- A JSON object of texts.
  constraint history_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint history_actor_is_a_person foreign key (actor_id) references person (id)
) strict;

CREATE INDEX history_by_actor on history (actor_id, at);

CREATE INDEX history_by_environment on history (environment, at);

CREATE INDEX history_by_lease on history (lease_id);

CREATE INDEX history_newest on history (at);

CREATE TABLE in_flight (
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

CREATE INDEX in_flight_open on in_flight (until) where ended_at is null;

CREATE TABLE judgement (
  id        text not null,
  at        integer not null,
  person_id text not null,
  policy    integer not null,
  record    text not null, -- The verdict with the facts of then, as JSON.
  constraint judgement_is_one primary key (id),
  constraint judgement_is_given_to_a_person foreign key (person_id) references person (id),
  constraint judgement_rests_on_a_version foreign key (policy) references policy_version (number)
) strict;

CREATE INDEX judgement_by_age on judgement (at);

CREATE TABLE lease (
  id          text not null,
  environment text not null,
  holder_id   text not null,
  token       integer not null, -- Its number among the grants of its units: higher than any before.
  since       integer not null,
  until       integer not null, -- The first moment at which it is no longer held, swept or not.
  purpose     text,
  bundle      text, -- What it was claimed together with, such as staging-release firefox 145.0b3.
  seen        integer not null, -- The last sign of life: claimed, extended or kept.
  state       text not null,
  ended_at    integer, remind_at integer default 0, ask_at integer default 0,
  constraint lease_is_one primary key (id),
  constraint lease_is_held_by_a_person foreign key (holder_id) references person (id),
  constraint lease_token_rises check (token > 0),
  constraint lease_ends_after_its_start check (until > since),
  constraint lease_state_is_known check (state in ('held', 'released', 'expired', 'taken', 'handed_over')),
  constraint lease_is_held_until_it_ended check ((state = 'held') = (ended_at is null))
) strict;

CREATE INDEX lease_by_environment on lease (environment);

CREATE INDEX lease_by_holder on lease (holder_id, environment);

CREATE INDEX lease_due on lease (until) where state = 'held';

CREATE INDEX lease_to_ask_about on lease (ask_at) where state = 'held';

CREATE INDEX lease_to_remind_of on lease (remind_at) where state = 'held';

CREATE TABLE lease_notice (
  notice_id text not null, -- Of the outbox.
  lease_id  text not null,
  open      integer not null,
  constraint lease_notice_is_one primary key (notice_id),
  constraint lease_notice_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint lease_notice_is_open_or_not check (open in (false, true))
) strict;

CREATE INDEX lease_notice_open on lease_notice (lease_id) where open;

CREATE TABLE lease_unit (
  lease_id text not null,
  unit     text not null,
  open     integer not null, ended_at integer, -- Whether the lease is not ended.
  constraint lease_unit_is_listed_once primary key (lease_id, unit),
  constraint lease_unit_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint lease_unit_exists foreign key (unit) references unit (name) on update cascade,
  constraint lease_unit_is_open_or_not check (open in (false, true))
) strict;

CREATE UNIQUE INDEX lease_unit_has_one_lease on lease_unit (unit) where open;

CREATE INDEX lease_unit_lately on lease_unit (unit, ended_at) where ended_at is not null;

CREATE TABLE link_code (
  code        text not null,
  person_id   text not null,
  expires     integer not null, -- The first moment at which it is no longer good.
  taken_at    integer,
  constraint link_code_is_one primary key (code),
  constraint link_code_is_of_a_person foreign key (person_id) references person (id)
) strict;

CREATE INDEX link_code_by_person on link_code (person_id);

CREATE TABLE occurrence (
  id        text not null,
  series_id text not null,
  starts    integer not null,
  ends      integer not null,
  purpose   text,
  state     text not null, confirm_by integer,
  constraint occurrence_is_one primary key (id),
  constraint occurrence_is_of_a_series foreign key (series_id) references reservation_series (id),
  constraint occurrence_ends_after_its_start check (ends > starts),
  constraint occurrence_state_is_known check (state in ('planned', 'asked', 'confirmed', 'started', 'lapsed', 'cancelled'))
) strict;

CREATE INDEX occurrence_by_series on occurrence (series_id);

CREATE INDEX occurrence_due on occurrence (starts) where state in ('planned', 'asked', 'confirmed');

CREATE TABLE offered_reaction (
  account     text not null,
  event_id    text not null, -- Of the message.
  emoji       text not null,
  room        text not null,
  line        text not null, -- The command, as it would be typed.
  environment text, -- Of the lease that it was offered for.
  token       integer, -- That lease's.
  entitled    text, -- The only account that may press it; nothing: whoever may type it.
  at          integer not null,
  constraint offered_reaction_is_one primary key (account, event_id, emoji),
  constraint offered_reaction_token_is_of_something check (token is null or environment is not null)
) strict;

CREATE INDEX offered_reaction_by_age on offered_reaction (at);

CREATE TABLE outage (
  ended_at integer not null,
  began_at integer not null,
  constraint outage_ends_once primary key (ended_at),
  constraint outage_ends_after_its_start check (ended_at > began_at)
) strict;

CREATE TABLE outage_kept (
  ended_at    integer not null,
  environment text not null,
  holder_id   text not null,
  until       integer not null,
  constraint outage_kept_is_listed_once primary key (ended_at, environment),
  constraint outage_kept_in_an_outage foreign key (ended_at) references outage (ended_at),
  constraint outage_kept_for_a_person foreign key (holder_id) references person (id)
) strict;

CREATE TABLE outbox (
  seq         integer constraint outbox_is_in_order primary key autoincrement,
  id          text not null, -- Also the platform's idempotency key.
  person_id   text not null,
  notice_type text not null,
  notice      text not null, -- The facts as JSON; put into words at delivery.
  created_at  integer not null,
  sent_at     integer, parcel text, via text, attempts integer not null default 0, refusals integer not null default 0, next_at integer, claimed_until integer, fault text, dead_at integer, message_id text, edit_at integer,
  constraint outbox_is_said_once unique (id),
  constraint outbox_is_to_a_person foreign key (person_id) references person (id)
) strict;

CREATE INDEX outbox_by_parcel on outbox (parcel) where parcel is not null;

CREATE INDEX outbox_dead on outbox (dead_at) where dead_at is not null and sent_at is null;

CREATE INDEX outbox_to_edit on outbox (edit_at) where edit_at is not null;

CREATE INDEX outbox_unsent on outbox (person_id, seq) where sent_at is null;

CREATE TABLE person (
  id         text not null,
  name       text not null, -- As the first account shows it.
  called     text not null, -- The name in lower case, to be found by; folded by the program, because the engines fold differently.
  zone       text,
  hours      text, -- Such as 09:00-18:00 12345, the days counted from Monday.
  remind_ms  integer,
  created_at integer not null, spoke text,
  constraint person_is_one primary key (id),
  constraint person_is_reminded_before_the_end check (remind_ms >= 0)
) strict;

CREATE INDEX person_by_name on person (called);

CREATE TABLE policy_change (
  version integer not null,
  kind    text not null, -- Such as rule or class.
  name    text not null,
  how     text not null,
  constraint policy_change_is_listed_once primary key (version, kind, name),
  constraint policy_change_is_of_a_version foreign key (version) references policy_version (number),
  constraint policy_change_is_of_a_known_sort check (how in ('added', 'changed', 'removed'))
) strict;

CREATE INDEX policy_change_by_name on policy_change (kind, name, version);

CREATE TABLE policy_version (
  number    integer not null,
  hash      text not null, -- SHA-256 of its parts, in hexadecimal digits.
  parts     text not null, -- A JSON object: rules, classes, words and whatever else there is, a text each, in the file's order.
  loaded_at integer not null,
  author    text not null, -- Who changed the file, as the file says.
  why       text not null,
  constraint policy_version_is_one primary key (number),
  constraint policy_version_counts_from_one check (number > 0)
) strict;

CREATE TABLE posted_message (
  conversation  text not null, -- platform:workspace:channel.
  key           text not null, -- What it is, such as board or lease:ID.
  edition       integer not null, -- Counts from 1; one more each time that the message is gone and posted anew.
  message_id    text, -- The platform's id; nothing as long as nobody knows whether it was accepted.
  digest        text, -- SHA-256 of the facts that it shows, in hexadecimal digits.
  pinned        integer not null, -- Whether pinning it is over and done with.
  attempts      integer not null, -- Those without success since the last one with.
  next_at       integer, -- Not before then.
  claimed_until integer, -- Until then a process is at it.
  fault         text, -- What came of the last attempt.
  posted_at     integer,
  changed_at    integer,
  closed_at     integer, refused text, -- From when on it stays as it is.
  constraint posted_message_is_one primary key (conversation, key),
  constraint posted_message_is_pinned_or_not check (pinned in (false, true))
) strict;

CREATE INDEX posted_message_open on posted_message (conversation) where closed_at is null;

CREATE INDEX posted_message_refused on posted_message (conversation) where refused is not null and closed_at is null;

CREATE TABLE processed_message (
  platform     text not null,
  conversation text not null,
  message_id   text not null,
  at           integer not null,
  result_type  text not null,
  result       text not null, -- The answer as JSON.
  constraint processed_message_has_its_effect_once primary key (platform, conversation, message_id)
) strict;

CREATE INDEX processed_message_by_age on processed_message (at);

CREATE TABLE quiet_conversation (
  conversation text not null,
  until        integer not null, -- The first moment at which it is announced there again.
  by_id        text not null,
  constraint quiet_conversation_is_one primary key (conversation),
  constraint quiet_conversation_is_by_a_person foreign key (by_id) references person (id)
) strict;

CREATE TABLE reminder (
  lease_id text not null,
  until    integer not null, -- The end that it was about: another end is reminded of anew.
  lead_ms  integer not null,
  at       integer not null,
  constraint reminder_is_one primary key (lease_id, until, lead_ms),
  constraint reminder_is_of_a_lease foreign key (lease_id) references lease (id)
) strict;

CREATE TABLE reservation (
  id           text not null,
  unit         text not null,
  person_id    text not null,
  starts       integer not null,
  ends         integer not null,
  cancelled_at integer, environment text,
  constraint reservation_is_one primary key (id, unit),
  constraint reservation_is_of_a_unit foreign key (unit) references unit (name) on update cascade,
  constraint reservation_is_somebodys foreign key (person_id) references person (id),
  constraint reservation_ends_after_its_start check (ends > starts)
) strict;

CREATE INDEX reservation_ahead on reservation (unit, ends) where cancelled_at is null;

CREATE TABLE reservation_part (
  series_id   text not null,
  position    integer not null,
  environment text not null,
  shared      integer not null, -- Its use is recorded when a window begins; it keeps nobody out.
  constraint reservation_part_is_one primary key (series_id, position),
  constraint reservation_part_is_of_a_series foreign key (series_id) references reservation_series (id),
  constraint reservation_part_is_shared_or_not check (shared in (false, true))
) strict;

CREATE TABLE reservation_series (
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

CREATE INDEX reservation_series_by_person on reservation_series (person_id);

CREATE INDEX reservation_series_to_add on reservation_series (stored_to) where ended_at is null;

CREATE TABLE room_note (
  account text not null,
  room    text not null,
  what    text not null,
  value   text not null,
  at      integer not null,
  constraint room_note_is_one primary key (account, room, what)
) strict;

CREATE TABLE sending (
  seq           integer constraint sending_is_in_order primary key autoincrement,
  account       text not null,
  txn_id        text not null, -- The same for the same sending, however often it is tried.
  room          text not null,
  type          text not null, -- Of the event.
  content       text not null, -- Of the event, as JSON.
  kind          text not null, -- How urgent it is.
  offers        text not null, -- What pressing a reaction to it means, as JSON.
  created_at    integer not null,
  attempts      integer not null, -- Those without success.
  next_at       integer, -- Not before then.
  claimed_until integer, -- Until then a process is at it.
  fault         text, -- What came of the last attempt.
  dead_at       integer, -- When it was given up.
  sent_at       integer,
  event_id      text, -- The homeserver's id of what was sent.
  constraint sending_is_one unique (account, txn_id),
  constraint sending_kind_is_known check (kind in ('reply', 'reaction', 'direct', 'announcement')),
  constraint sending_is_sent_with_an_id check ((sent_at is null) = (event_id is null))
) strict;

CREATE INDEX sending_by_age on sending (created_at);

CREATE INDEX sending_by_event on sending (account, event_id) where event_id is not null;

CREATE INDEX sending_open on sending (account, seq) where sent_at is null and dead_at is null;

CREATE TABLE shared_use (
  id          text not null,
  environment text not null,
  person_id   text not null,
  since       integer not null,
  until       integer not null, -- The first moment at which it is over, ended or not.
  purpose     text,
  bundle      text, -- What it was recorded together with.
  ended_at    integer,
  constraint shared_use_is_one primary key (id),
  constraint shared_use_is_by_a_person foreign key (person_id) references person (id),
  constraint shared_use_ends_after_its_start check (until > since)
) strict;

CREATE INDEX shared_use_by_environment on shared_use (environment) where ended_at is null;

CREATE UNIQUE INDEX shared_use_is_the_only_open_one on shared_use (person_id, environment) where ended_at is null;

CREATE TABLE sign_in (
  login         text not null, -- The name that was given with the password.
  account       text not null, -- platform:user, such as matrix:@dibs:example.org.
  device        text not null, -- To which transaction ids belong.
  access_token  text not null,
  refresh_token text,
  at            integer not null,
  constraint sign_in_is_one primary key (login)
) strict;

CREATE TABLE stale_question (
  lease_id    text not null,
  reason      text not null,
  asked_at    integer not null,
  due         integer not null, -- Until then it may be answered before others hear of it.
  told_at     integer, -- When others heard that it was not answered.
  answered_at integer,
  constraint stale_question_is_one primary key (lease_id),
  constraint stale_question_is_about_a_lease foreign key (lease_id) references lease (id),
  constraint stale_question_has_a_known_reason check (reason in ('silent', 'long', 'wanted'))
) strict;

CREATE TABLE sync_position (
  account text not null,
  since   text, -- Nothing where the next reading begins with what is there then.
  filter  text, -- The id of the filter that the homeserver keeps.
  at      integer not null,
  constraint sync_position_is_one primary key (account)
) strict;

CREATE TABLE takeover (
  seq         integer constraint takeover_is_in_order primary key autoincrement,
  lease_id    text not null,
  by_id       text not null,
  reason      text not null,
  at          integer not null,
  due         integer not null, -- From when on it may be had, unless the holder kept it.
  open        integer not null,
  constraint takeover_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint takeover_is_by_a_person foreign key (by_id) references person (id),
  constraint takeover_is_open_or_not check (open in (false, true))
) strict;

CREATE UNIQUE INDEX takeover_is_the_only_open_one on takeover (lease_id) where open;

CREATE TABLE told_trouble (
  key      text not null, -- What it is, such as conversation:slack:T1:C1.
  sentence text not null,
  told_at  integer not null,
  constraint told_trouble_is_one primary key (key)
) strict;

CREATE TABLE unit (
  name      text not null,
  token     integer not null, -- That of the newest grant; 0 before the first. It never falls.
  kind      text not null, -- What keeps it: a lease, an offer to one person, or the gathering of several units for one person.
  lease_id  text,
  person_id text, -- Whom it is kept for.
  since     integer not null, -- Since when it is kept.
  until     integer not null, -- The first moment at which it is free; 0 once given back.
  constraint unit_is_one primary key (name),
  constraint unit_token_is_counted check (token >= 0),
  constraint unit_kind_is_known check (kind in ('lease', 'offer', 'gathering')),
  constraint unit_lease_is_of_its_kind check (lease_id is null or kind = 'lease'),
  constraint unit_lease_has_a_holder check (kind <> 'lease' or (lease_id is null) = (person_id is null)),
  constraint unit_offer_is_to_somebody check (kind = 'lease' or person_id is not null),
  -- Checked at the commit: a claim takes the unit first, and writes the lease when it won.
  constraint unit_lease_exists foreign key (lease_id) references lease (id) deferrable initially deferred,
  constraint unit_person_exists foreign key (person_id) references person (id)
) strict;

CREATE INDEX unit_by_lease on unit (lease_id) where lease_id is not null;

CREATE INDEX unit_kept on unit (until) where kind <> 'lease';

CREATE TABLE untidied (
  lease_id      text not null, -- The lease that ended.
  unit          text not null,
  since         integer not null, -- Its end.
  ask_at        integer, -- From when on its holder may be asked; nothing: was asked.
  closed_at     integer, -- When it was confirmed, or another lease of the unit ended.
  superseded_by text, -- That other lease.
  constraint untidied_is_one primary key (lease_id, unit),
  constraint untidied_after_a_lease foreign key (lease_id) references lease (id),
  constraint untidied_unit_exists foreign key (unit) references unit (name) on update cascade,
  constraint untidied_superseded_by_a_lease foreign key (superseded_by) references lease (id)
) strict;

CREATE UNIQUE INDEX untidied_after_the_last_lease on untidied (unit) where closed_at is null;

CREATE INDEX untidied_superseded on untidied (superseded_by) where superseded_by is not null;

CREATE INDEX untidied_to_ask on untidied (ask_at) where closed_at is null and ask_at is not null;

CREATE TABLE waiting (
  seq         integer constraint waiting_is_in_order primary key autoincrement,
  unit        text not null,
  environment text not null, -- What was asked for, which the unit is a part of.
  person_id   text not null,
  since       integer not null,
  left_at     integer, gathers_from integer, any_of text,
  constraint waiting_is_for_a_unit foreign key (unit) references unit (name) on update cascade,
  constraint waiting_is_somebodys foreign key (person_id) references person (id)
) strict;

CREATE INDEX waiting_in_line on waiting (unit, seq) where left_at is null;

CREATE UNIQUE INDEX waiting_in_one_place on waiting (person_id, unit) where left_at is null;

CREATE TABLE waiver (
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

CREATE INDEX waiver_in_force on waiver (until) where ended_at is null;

CREATE TABLE watch (
  person_id   text not null,
  environment text not null, -- What was asked for, which the unit is a part of.
  unit        text not null,
  since       integer not null,
  constraint watch_is_one primary key (person_id, environment, unit),
  constraint watch_is_somebodys foreign key (person_id) references person (id)
) strict;

CREATE INDEX watch_by_unit on watch (unit);
