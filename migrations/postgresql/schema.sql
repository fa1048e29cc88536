table account -- One platform's user; a person may have several.
  id text not null -- platform:workspace:id, such as console:ann.
  person_id text not null
  name text not null
  called text not null -- The name in lower case, to be found by.
  zone text
  first_seen bigint not null
  constraint account_is_one PRIMARY KEY (id)
  constraint account_is_somebodys FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX account_by_name ON public.account USING btree (called)
  CREATE INDEX account_by_person ON public.account USING btree (person_id)
  CREATE UNIQUE INDEX account_is_one ON public.account USING btree (id)

table confirmation -- What somebody wants and has still to confirm.
  code text not null
  person_id text not null -- Who alone may confirm it.
  wish_type text not null
  wish text not null -- What will be done, as JSON.
  at bigint not null
  until bigint not null -- The first moment at which it is no longer good.
  taken_at bigint
  constraint confirmation_ends_after_its_start CHECK ((until > at))
  constraint confirmation_is_by_a_person FOREIGN KEY (person_id) REFERENCES person(id)
  constraint confirmation_is_one PRIMARY KEY (code)
  CREATE INDEX confirmation_by_age ON public.confirmation USING btree (until)
  CREATE UNIQUE INDEX confirmation_is_one ON public.confirmation USING btree (code)

table gate -- What people decided of environments; what is open has no row.
  environment text not null
  repeats boolean not null -- Whether it comes back by a rhythm; an environment may have one of each sort.
  state text not null
  reason text not null
  by_id text not null
  since bigint not null
  until bigint -- The first moment at which it is open by itself.
  covers text not null -- Ids of environments, with spaces between them.
  units text not null -- Names of units, with line breaks between them.
  days text -- Of the rhythm: days of the week, with spaces between them.
  begins text -- Of the rhythm: the hour on the wall clock, such as 14:00.
  zone text
  length_ms bigint -- Of the rhythm: how long a window is.
  shut boolean not null -- Whether people were told that it is shut.
  due bigint -- When it next changes by itself.
  constraint gate_has_a_whole_rhythm_or_none CHECK ((repeats = ((days IS NOT NULL) AND (begins IS NOT NULL) AND (zone IS NOT NULL) AND (length_ms IS NOT NULL))))
  constraint gate_is_one PRIMARY KEY (environment, repeats)
  constraint gate_is_somebodys FOREIGN KEY (by_id) REFERENCES person(id)
  CREATE INDEX gate_due ON public.gate USING btree (due) WHERE (due IS NOT NULL)
  CREATE UNIQUE INDEX gate_is_one ON public.gate USING btree (environment, repeats)

table handover -- A holder's offer of a lease to somebody; void once the lease is ended, open or not.
  seq bigint not null generated always as identity
  lease_id text not null
  to_id text not null
  by_id text not null
  until bigint not null -- The end that the lease has once it is accepted.
  at bigint not null
  open boolean not null
  constraint handover_is_by_a_person FOREIGN KEY (by_id) REFERENCES person(id)
  constraint handover_is_in_order PRIMARY KEY (seq)
  constraint handover_is_of_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  constraint handover_is_to_a_person FOREIGN KEY (to_id) REFERENCES person(id)
  CREATE UNIQUE INDEX handover_is_in_order ON public.handover USING btree (seq)
  CREATE UNIQUE INDEX handover_is_the_only_open_one ON public.handover USING btree (lease_id) WHERE open
  CREATE INDEX handover_to_a_person ON public.handover USING btree (to_id) WHERE open

table health_change -- How environments changed.
  environment text not null
  at bigint not null
  health text not null
  vpn boolean not null -- Whether it could not be reached since it is behind a VPN.
  constraint health_change_is_one PRIMARY KEY (environment, at)
  CREATE INDEX health_change_at ON public.health_change USING btree (at)
  CREATE UNIQUE INDEX health_change_is_one ON public.health_change USING btree (environment, at)

table health_deploy -- What was seen to be deployed.
  environment text not null
  at bigint not null
  version text
  commit_id text
  constraint health_deploy_is_one PRIMARY KEY (environment, at)
  CREATE INDEX health_deploy_at ON public.health_deploy USING btree (at)
  CREATE UNIQUE INDEX health_deploy_is_one ON public.health_deploy USING btree (environment, at)

table health_incident -- What went wrong, with what it took along.
  id text not null
  root text not null -- What is at the bottom of it, as far as is known.
  opened_at bigint not null
  closed_at bigint
  constraint health_incident_is_one PRIMARY KEY (id)
  CREATE INDEX health_incident_closed ON public.health_incident USING btree (closed_at)
  CREATE UNIQUE INDEX health_incident_is_one ON public.health_incident USING btree (id)

table health_incident_line -- What happened in an incident.
  incident text not null
  number integer not null -- From 1 on.
  at bigint not null
  what text not null -- TURNED, CAUSE or FLAPPING.
  environment text not null
  health text not null
  sentence text not null -- What was seen; foreign words.
  deployed_at bigint -- When something else was deployed there, where that was lately.
  constraint health_incident_line_is_of_one FOREIGN KEY (incident) REFERENCES health_incident(id)
  constraint health_incident_line_is_one PRIMARY KEY (incident, number)
  CREATE UNIQUE INDEX health_incident_line_is_one ON public.health_incident_line USING btree (incident, number)
  CREATE INDEX health_incident_line_of ON public.health_incident_line USING btree (environment)

table health_probe -- What each probe says. Looks are not kept: a probe is one row for good.
  environment text not null
  probe text not null -- Its name among the probes of the environment.
  held text not null -- What stands: PASSING, DEGRADED, UNREACHABLE, FAILING or UNKNOWN.
  since bigint not null
  sign text not null -- What the last look said: PASSING, DEGRADED, FAILED or UNREACHABLE.
  seen_at bigint not null
  took_ms bigint not null
  sentence text not null -- What it saw; foreign words.
  silent_at bigint not null -- From then on it is unknown, unless somebody looks before.
  vpn boolean not null -- Whether it is reached through a VPN only.
  lately text not null -- A letter for each of the last looks, oldest first.
  tree text -- The state of the tree that it looks at.
  tree_since bigint -- Since when the tree is read to be in its state; nothing where that was read before this was kept.
  constraint health_probe_is_one PRIMARY KEY (environment, probe)
  CREATE UNIQUE INDEX health_probe_is_one ON public.health_probe USING btree (environment, probe)
  CREATE INDEX health_probe_silent ON public.health_probe USING btree (silent_at) WHERE (held <> 'UNKNOWN'::text)

table health_round -- One row, which whoever writes of health changes first, so that no other does meanwhile.
  one integer not null -- Always 1.
  changes bigint not null -- Counts changes of any environment.
  constraint health_round_is_one PRIMARY KEY (one)
  CREATE UNIQUE INDEX health_round_is_one ON public.health_round USING btree (one)

table health_state -- How each environment is.
  environment text not null
  health text not null
  since bigint not null
  beneath text not null -- What its probes say together, flapping or not.
  probe text not null -- The probe that decided.
  sentence text not null -- What that one saw; foreign words.
  vpn boolean not null -- Whether it cannot be reached since it is behind a VPN.
  turns text not null -- When it changed lately, oldest first, with commas between.
  flapping bigint -- Since when it changes to and fro.
  calm_at bigint -- When it is no longer flapping, unless it changes before.
  version text -- What runs there.
  commit_id text -- What that was deployed from.
  deployed_at bigint -- When it was seen to have come; nothing where it was there from the first look on.
  told text -- The last that people were told.
  incident text -- The incident that it is part of.
  constraint health_state_is_one PRIMARY KEY (environment)
  CREATE INDEX health_state_calm ON public.health_state USING btree (calm_at) WHERE (calm_at IS NOT NULL)
  CREATE INDEX health_state_incident ON public.health_state USING btree (incident) WHERE (incident IS NOT NULL)
  CREATE UNIQUE INDEX health_state_is_one ON public.health_state USING btree (environment)

table heard_event -- What was heard, so that nothing of it is done twice; forgotten after 30 days.
  seq bigint not null generated always as identity
  account text not null
  event_id text not null
  room text not null
  sender text not null
  outcome text not null -- What came of it: a word.
  environment text -- Of the lease that it was about.
  token bigint -- That lease's.
  at bigint not null
  constraint heard_event_is_in_order PRIMARY KEY (seq)
  constraint heard_event_is_one UNIQUE (account, event_id)
  constraint heard_event_token_is_of_something CHECK (((token IS NULL) OR (environment IS NOT NULL)))
  CREATE INDEX heard_event_by_age ON public.heard_event USING btree (at)
  CREATE INDEX heard_event_in_room ON public.heard_event USING btree (account, room, seq)
  CREATE UNIQUE INDEX heard_event_is_in_order ON public.heard_event USING btree (seq)
  CREATE UNIQUE INDEX heard_event_is_one ON public.heard_event USING btree (account, event_id)

table heartbeat -- One row: the last moment at which the program is known to have been there.
  id integer not null
  at bigint not null
  constraint heartbeat_is_one PRIMARY KEY (id)
  constraint heartbeat_is_the_only_one CHECK ((id = 1))
  CREATE UNIQUE INDEX heartbeat_is_one ON public.heartbeat USING btree (id)

table helper -- Who may extend and release a lease besides its holder.
  lease_id text not null
  person_id text not null
  added bigint not null -- Counts the helpers of the lease in the order they were named.
  constraint helper_helps_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  constraint helper_is_a_person FOREIGN KEY (person_id) REFERENCES person(id)
  constraint helper_is_named_once PRIMARY KEY (lease_id, person_id)
  CREATE UNIQUE INDEX helper_is_named_once ON public.helper USING btree (lease_id, person_id)

table history -- What happened, who did it and when; never deleted by use.
  id bigint not null generated always as identity
  at bigint not null
  what text not null
  environment text
  lease_id text
  actor_id text -- Nothing: the program itself.
  details text not null -- A JSON object of texts.
  constraint history_actor_is_a_person FOREIGN KEY (actor_id) REFERENCES person(id)
  constraint history_is_a_line PRIMARY KEY (id)
  constraint history_is_of_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  CREATE INDEX history_by_actor ON public.history USING btree (actor_id, at)
  CREATE INDEX history_by_environment ON public.history USING btree (environment, at)
  CREATE INDEX history_by_lease ON public.history USING btree (lease_id)
  CREATE UNIQUE INDEX history_is_a_line ON public.history USING btree (id)
  CREATE INDEX history_newest ON public.history USING btree (at)

table in_flight -- A chemspill or a release is in flight.
  id text not null
  what text not null
  because text
  by_id text not null
  since bigint not null
  until bigint not null -- The first moment at which it is over, ended or not.
  ended_at bigint
  constraint in_flight_is_one PRIMARY KEY (id)
  constraint in_flight_is_somebodys FOREIGN KEY (by_id) REFERENCES person(id)
  CREATE UNIQUE INDEX in_flight_is_one ON public.in_flight USING btree (id)
  CREATE INDEX in_flight_open ON public.in_flight USING btree (until) WHERE (ended_at IS NULL)

table judgement -- Verdicts that were given, to be shown again.
  id text not null
  at bigint not null
  person_id text not null
  policy integer not null
  record text not null -- The verdict with the facts of then, as JSON.
  constraint judgement_is_given_to_a_person FOREIGN KEY (person_id) REFERENCES person(id)
  constraint judgement_is_one PRIMARY KEY (id)
  constraint judgement_rests_on_a_version FOREIGN KEY (policy) REFERENCES policy_version(number)
  CREATE INDEX judgement_by_age ON public.judgement USING btree (at)
  CREATE UNIQUE INDEX judgement_is_one ON public.judgement USING btree (id)

table lease -- A time-bound exclusive right to one environment; ended ones stay.
  id text not null
  environment text not null
  holder_id text not null
  token bigint not null -- Its number among the grants of its units: higher than any before.
  since bigint not null
  until bigint not null -- The first moment at which it is no longer held, swept or not.
  purpose text
  bundle text -- What it was claimed together with, such as staging-release firefox 145.0b3.
  seen bigint not null -- The last sign of life: claimed, extended or kept.
  state text not null
  ended_at bigint
  remind_at bigint -- From when on the lease is looked at for reminders of its end: 0 at once; nothing: not before something about it changes.
  ask_at bigint -- The same for the question whether it is still used.
  constraint lease_ends_after_its_start CHECK ((until > since))
  constraint lease_is_held_by_a_person FOREIGN KEY (holder_id) REFERENCES person(id)
  constraint lease_is_held_until_it_ended CHECK (((state = 'held'::text) = (ended_at IS NULL)))
  constraint lease_is_one PRIMARY KEY (id)
  constraint lease_state_is_known CHECK ((state = ANY (ARRAY['held'::text, 'released'::text, 'expired'::text, 'taken'::text, 'handed_over'::text])))
  constraint lease_token_rises CHECK ((token > 0))
  CREATE INDEX lease_by_environment ON public.lease USING btree (environment)
  CREATE INDEX lease_by_holder ON public.lease USING btree (holder_id, environment)
  CREATE INDEX lease_due ON public.lease USING btree (until) WHERE (state = 'held'::text)
  CREATE UNIQUE INDEX lease_is_one ON public.lease USING btree (id)
  CREATE INDEX lease_to_ask_about ON public.lease USING btree (ask_at) WHERE (state = 'held'::text)
  CREATE INDEX lease_to_remind_of ON public.lease USING btree (remind_at) WHERE (state = 'held'::text)

table lease_notice -- Notices that are to say what became of a lease, once something does.
  notice_id text not null -- Of the outbox.
  lease_id text not null
  open boolean not null
  constraint lease_notice_is_of_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  constraint lease_notice_is_one PRIMARY KEY (notice_id)
  CREATE UNIQUE INDEX lease_notice_is_one ON public.lease_notice USING btree (notice_id)
  CREATE INDEX lease_notice_open ON public.lease_notice USING btree (lease_id) WHERE open

table lease_unit -- Which units a lease holds, or held.
  lease_id text not null
  unit text not null
  open boolean not null -- Whether the lease is not ended.
  ended_at bigint -- The lease's end, so that the last leases of a unit are found: how long they lasted says how long the next may.
  constraint lease_unit_exists FOREIGN KEY (unit) REFERENCES unit(name) ON UPDATE CASCADE
  constraint lease_unit_is_listed_once PRIMARY KEY (lease_id, unit)
  constraint lease_unit_is_of_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  CREATE UNIQUE INDEX lease_unit_has_one_lease ON public.lease_unit USING btree (unit) WHERE open
  CREATE UNIQUE INDEX lease_unit_is_listed_once ON public.lease_unit USING btree (lease_id, unit)
  CREATE INDEX lease_unit_lately ON public.lease_unit USING btree (unit, ended_at) WHERE (ended_at IS NOT NULL)

table link_code -- One-time codes that join another account to a person.
  code text not null
  person_id text not null
  expires bigint not null -- The first moment at which it is no longer good.
  taken_at bigint
  constraint link_code_is_of_a_person FOREIGN KEY (person_id) REFERENCES person(id)
  constraint link_code_is_one PRIMARY KEY (code)
  CREATE INDEX link_code_by_person ON public.link_code USING btree (person_id)
  CREATE UNIQUE INDEX link_code_is_one ON public.link_code USING btree (code)

table occurrence -- One window of a series; what it keeps are the rows of reservation with its id.
  id text not null
  series_id text not null
  starts bigint not null
  ends bigint not null
  purpose text
  state text not null
  confirm_by bigint
  constraint occurrence_ends_after_its_start CHECK ((ends > starts))
  constraint occurrence_is_of_a_series FOREIGN KEY (series_id) REFERENCES reservation_series(id)
  constraint occurrence_is_one PRIMARY KEY (id)
  constraint occurrence_state_is_known CHECK ((state = ANY (ARRAY['planned'::text, 'asked'::text, 'confirmed'::text, 'started'::text, 'lapsed'::text, 'cancelled'::text])))
  CREATE INDEX occurrence_by_series ON public.occurrence USING btree (series_id)
  CREATE INDEX occurrence_due ON public.occurrence USING btree (starts) WHERE (state = ANY (ARRAY['planned'::text, 'asked'::text, 'confirmed'::text]))
  CREATE UNIQUE INDEX occurrence_is_one ON public.occurrence USING btree (id)

table offered_reaction -- What pressing a reaction to a message means.
  account text not null
  event_id text not null -- Of the message.
  emoji text not null
  room text not null
  line text not null -- The command, as it would be typed.
  environment text -- Of the lease that it was offered for.
  token bigint -- That lease's.
  entitled text -- The only account that may press it; nothing: whoever may type it.
  at bigint not null
  constraint offered_reaction_is_one PRIMARY KEY (account, event_id, emoji)
  constraint offered_reaction_token_is_of_something CHECK (((token IS NULL) OR (environment IS NOT NULL)))
  CREATE INDEX offered_reaction_by_age ON public.offered_reaction USING btree (at)
  CREATE UNIQUE INDEX offered_reaction_is_one ON public.offered_reaction USING btree (account, event_id, emoji)

table outage -- A time in which the program was away.
  ended_at bigint not null
  began_at bigint not null
  constraint outage_ends_after_its_start CHECK ((ended_at > began_at))
  constraint outage_ends_once PRIMARY KEY (ended_at)
  CREATE UNIQUE INDEX outage_ends_once ON public.outage USING btree (ended_at)

table outage_kept -- A lease whose end fell into it and that goes on for a while.
  ended_at bigint not null
  environment text not null
  holder_id text not null
  until bigint not null
  constraint outage_kept_for_a_person FOREIGN KEY (holder_id) REFERENCES person(id)
  constraint outage_kept_in_an_outage FOREIGN KEY (ended_at) REFERENCES outage(ended_at)
  constraint outage_kept_is_listed_once PRIMARY KEY (ended_at, environment)
  CREATE UNIQUE INDEX outage_kept_is_listed_once ON public.outage_kept USING btree (ended_at, environment)

table outbox -- What is still to be said without being asked; a row is marked sent after a platform accepted it.
  seq bigint not null generated always as identity
  id text not null -- Also the platform's idempotency key.
  person_id text not null
  notice_type text not null
  notice text not null -- The facts as JSON; put into words at delivery.
  created_at bigint not null
  sent_at bigint
  parcel text -- The id of the first notice of the message that this one is said in; given at the first attempt, for good.
  via text -- The account that an attempt is made through whose outcome is not known yet.
  attempts integer not null
  refusals integer not null -- How often no account of the person would take it.
  next_at bigint -- Not before then.
  claimed_until bigint -- Until then a process is at it.
  fault text -- What came of the last attempt.
  dead_at bigint -- When it was given up; it is still said where the person speaks to Dibs.
  message_id text -- The platform's id of the message that said it.
  edit_at bigint -- From when on the message is changed to what the notice says by now; nothing: it says so.
  constraint outbox_is_in_order PRIMARY KEY (seq)
  constraint outbox_is_said_once UNIQUE (id)
  constraint outbox_is_to_a_person FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX outbox_by_parcel ON public.outbox USING btree (parcel) WHERE (parcel IS NOT NULL)
  CREATE INDEX outbox_dead ON public.outbox USING btree (dead_at) WHERE ((dead_at IS NOT NULL) AND (sent_at IS NULL))
  CREATE UNIQUE INDEX outbox_is_in_order ON public.outbox USING btree (seq)
  CREATE UNIQUE INDEX outbox_is_said_once ON public.outbox USING btree (id)
  CREATE INDEX outbox_to_edit ON public.outbox USING btree (edit_at) WHERE (edit_at IS NOT NULL)
  CREATE INDEX outbox_unsent ON public.outbox USING btree (person_id, seq) WHERE (sent_at IS NULL)

table person -- Who is behind accounts, with their settings.
  id text not null
  name text not null -- As the first account shows it.
  called text not null -- The name in lower case, to be found by; folded by the program, because the engines fold differently.
  zone text
  hours text -- Such as 09:00-18:00 12345, the days counted from Monday.
  remind_ms bigint
  created_at bigint not null
  spoke text -- The account that the person spoke from last, kept once there are several.
  constraint person_is_one PRIMARY KEY (id)
  constraint person_is_reminded_before_the_end CHECK ((remind_ms >= 0))
  CREATE INDEX person_by_name ON public.person USING btree (called)
  CREATE UNIQUE INDEX person_is_one ON public.person USING btree (id)

table policy_change -- What a version has otherwise than the one before it; the first has none.
  version integer not null
  kind text not null -- Such as rule or class.
  name text not null
  how text not null
  constraint policy_change_is_listed_once PRIMARY KEY (version, kind, name)
  constraint policy_change_is_of_a_known_sort CHECK ((how = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text])))
  constraint policy_change_is_of_a_version FOREIGN KEY (version) REFERENCES policy_version(number)
  CREATE INDEX policy_change_by_name ON public.policy_change USING btree (kind, name, version)
  CREATE UNIQUE INDEX policy_change_is_listed_once ON public.policy_change USING btree (version, kind, name)

table policy_version -- The states of the policy's file that were ever in force; never deleted by use.
  number integer not null
  hash text not null -- SHA-256 of its parts, in hexadecimal digits.
  parts text not null -- A JSON object: rules, classes, words and whatever else there is, a text each, in the file's order.
  loaded_at bigint not null
  author text not null -- Who changed the file, as the file says.
  why text not null
  constraint policy_version_counts_from_one CHECK ((number > 0))
  constraint policy_version_is_one PRIMARY KEY (number)
  CREATE UNIQUE INDEX policy_version_is_one ON public.policy_version USING btree (number)

table posted_message -- A message that Dibs put into a conversation and keeps up to date: one a key.
  conversation text not null -- platform:workspace:channel.
  key text not null -- What it is, such as board or lease:ID.
  edition integer not null -- Counts from 1; one more each time that the message is gone and posted anew.
  message_id text -- The platform's id; nothing as long as nobody knows whether it was accepted.
  digest text -- SHA-256 of the facts that it shows, in hexadecimal digits.
  pinned boolean not null -- Whether pinning it is over and done with.
  attempts integer not null -- Those without success since the last one with.
  next_at bigint -- Not before then.
  claimed_until bigint -- Until then a process is at it.
  fault text -- What came of the last attempt.
  posted_at bigint
  changed_at bigint
  closed_at bigint -- From when on it stays as it is.
  refused text -- Why the conversation takes nothing, in a sentence with what to do; nothing as far as is known that it does.
  constraint posted_message_is_one PRIMARY KEY (conversation, key)
  constraint posted_message_is_pinned_or_not CHECK ((pinned = ANY (ARRAY[false, true])))
  CREATE UNIQUE INDEX posted_message_is_one ON public.posted_message USING btree (conversation, key)
  CREATE INDEX posted_message_open ON public.posted_message USING btree (conversation) WHERE (closed_at IS NULL)
  CREATE INDEX posted_message_refused ON public.posted_message USING btree (conversation) WHERE ((refused IS NOT NULL) AND (closed_at IS NULL))

table processed_message -- What was answered to a message, so that its repeat has no effect and the same answer.
  platform text not null
  conversation text not null
  message_id text not null
  at bigint not null
  result_type text not null
  result text not null -- The answer as JSON.
  constraint processed_message_has_its_effect_once PRIMARY KEY (platform, conversation, message_id)
  CREATE INDEX processed_message_by_age ON public.processed_message USING btree (at)
  CREATE UNIQUE INDEX processed_message_has_its_effect_once ON public.processed_message USING btree (platform, conversation, message_id)

table quiet_conversation -- Conversations in which nothing is announced for a while.
  conversation text not null
  until bigint not null -- The first moment at which it is announced there again.
  by_id text not null
  constraint quiet_conversation_is_by_a_person FOREIGN KEY (by_id) REFERENCES person(id)
  constraint quiet_conversation_is_one PRIMARY KEY (conversation)
  CREATE UNIQUE INDEX quiet_conversation_is_one ON public.quiet_conversation USING btree (conversation)

table reminder -- That a holder was reminded of an end.
  lease_id text not null
  until bigint not null -- The end that it was about: another end is reminded of anew.
  lead_ms bigint not null
  at bigint not null
  constraint reminder_is_of_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  constraint reminder_is_one PRIMARY KEY (lease_id, until, lead_ms)
  CREATE UNIQUE INDEX reminder_is_one ON public.reminder USING btree (lease_id, until, lead_ms)

table reservation -- A window in the future that is one person's.
  id text not null
  unit text not null
  person_id text not null
  starts bigint not null
  ends bigint not null
  cancelled_at bigint
  environment text -- The environment that the unit is kept as a part of; nothing: the unit's own.
  constraint reservation_ends_after_its_start CHECK ((ends > starts))
  constraint reservation_is_of_a_unit FOREIGN KEY (unit) REFERENCES unit(name) ON UPDATE CASCADE
  constraint reservation_is_one PRIMARY KEY (id, unit)
  constraint reservation_is_somebodys FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX reservation_ahead ON public.reservation USING btree (unit, ends) WHERE (cancelled_at IS NULL)
  CREATE UNIQUE INDEX reservation_is_one ON public.reservation USING btree (id, unit)

table reservation_part -- What a series is of, in the order in which it was named.
  series_id text not null
  position integer not null
  environment text not null
  shared boolean not null -- Its use is recorded when a window begins; it keeps nobody out.
  constraint reservation_part_is_of_a_series FOREIGN KEY (series_id) REFERENCES reservation_series(id)
  constraint reservation_part_is_one PRIMARY KEY (series_id, "position")
  CREATE UNIQUE INDEX reservation_part_is_one ON public.reservation_part USING btree (series_id, "position")

table reservation_series -- What somebody reserved: one window, or windows that come again.
  id text not null
  person_id text not null
  zone text not null -- Whose clock on the wall it keeps.
  first_at text not null -- When the first window begins, on that clock, such as 2026-11-24T10:00.
  length bigint not null
  days text not null -- On which days it comes again, such as 12345, counted from Monday; empty: once only.
  weeks integer not null -- It comes in one week of so many.
  until bigint -- No window begins then or later; nothing: it goes on.
  purpose text
  bundle text -- What was reserved together, such as staging-release firefox 145.0b3.
  made_at bigint not null
  stored_to bigint not null -- Every window that begins before then has its row, or will have none.
  windows integer not null -- How many were numbered.
  ended_at bigint -- From when on no more windows are added.
  constraint reservation_series_comes_again CHECK ((weeks > 0))
  constraint reservation_series_is_one PRIMARY KEY (id)
  constraint reservation_series_is_somebodys FOREIGN KEY (person_id) REFERENCES person(id)
  constraint reservation_series_lasts CHECK ((length > 0))
  CREATE INDEX reservation_series_by_person ON public.reservation_series USING btree (person_id)
  CREATE UNIQUE INDEX reservation_series_is_one ON public.reservation_series USING btree (id)
  CREATE INDEX reservation_series_to_add ON public.reservation_series USING btree (stored_to) WHERE (ended_at IS NULL)

table room_note -- What is remembered of a room, one value each.
  account text not null
  room text not null
  what text not null
  value text not null
  at bigint not null
  constraint room_note_is_one PRIMARY KEY (account, room, what)
  CREATE UNIQUE INDEX room_note_is_one ON public.room_note USING btree (account, room, what)

table sending -- What is to be sent as it is, in the order in which it came up.
  seq bigint not null generated always as identity
  account text not null
  txn_id text not null -- The same for the same sending, however often it is tried.
  room text not null
  type text not null -- Of the event.
  content text not null -- Of the event, as JSON.
  kind text not null -- How urgent it is.
  offers text not null -- What pressing a reaction to it means, as JSON.
  created_at bigint not null
  attempts integer not null -- Those without success.
  next_at bigint -- Not before then.
  claimed_until bigint -- Until then a process is at it.
  fault text -- What came of the last attempt.
  dead_at bigint -- When it was given up.
  sent_at bigint
  event_id text -- The homeserver's id of what was sent.
  constraint sending_is_in_order PRIMARY KEY (seq)
  constraint sending_is_one UNIQUE (account, txn_id)
  constraint sending_is_sent_with_an_id CHECK (((sent_at IS NULL) = (event_id IS NULL)))
  constraint sending_kind_is_known CHECK ((kind = ANY (ARRAY['reply'::text, 'reaction'::text, 'direct'::text, 'announcement'::text])))
  CREATE INDEX sending_by_age ON public.sending USING btree (created_at)
  CREATE INDEX sending_by_event ON public.sending USING btree (account, event_id) WHERE (event_id IS NOT NULL)
  CREATE UNIQUE INDEX sending_is_in_order ON public.sending USING btree (seq)
  CREATE UNIQUE INDEX sending_is_one ON public.sending USING btree (account, txn_id)
  CREATE INDEX sending_open ON public.sending USING btree (account, seq) WHERE ((sent_at IS NULL) AND (dead_at IS NULL))

table shared_use -- A record that somebody uses a shared environment; it keeps nobody out.
  id text not null
  environment text not null
  person_id text not null
  since bigint not null
  until bigint not null -- The first moment at which it is over, ended or not.
  purpose text
  bundle text -- What it was recorded together with.
  ended_at bigint
  constraint shared_use_ends_after_its_start CHECK ((until > since))
  constraint shared_use_is_by_a_person FOREIGN KEY (person_id) REFERENCES person(id)
  constraint shared_use_is_one PRIMARY KEY (id)
  CREATE INDEX shared_use_by_environment ON public.shared_use USING btree (environment) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX shared_use_is_one ON public.shared_use USING btree (id)
  CREATE UNIQUE INDEX shared_use_is_the_only_open_one ON public.shared_use USING btree (person_id, environment) WHERE (ended_at IS NULL)

table sign_in -- How Dibs is signed in somewhere: kept, so that it need not sign in again, which would make another device.
  login text not null -- The name that was given with the password.
  account text not null -- platform:user, such as matrix:@dibs:example.org.
  device text not null -- To which transaction ids belong.
  access_token text not null
  refresh_token text
  at bigint not null
  constraint sign_in_is_one PRIMARY KEY (login)
  CREATE UNIQUE INDEX sign_in_is_one ON public.sign_in USING btree (login)

table stale_question -- The last question to a holder whether a lease is still used.
  lease_id text not null
  reason text not null
  asked_at bigint not null
  due bigint not null -- Until then it may be answered before others hear of it.
  told_at bigint -- When others heard that it was not answered.
  answered_at bigint
  constraint stale_question_has_a_known_reason CHECK ((reason = ANY (ARRAY['silent'::text, 'long'::text, 'wanted'::text])))
  constraint stale_question_is_about_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  constraint stale_question_is_one PRIMARY KEY (lease_id)
  CREATE UNIQUE INDEX stale_question_is_one ON public.stale_question USING btree (lease_id)

table sync_position -- Up to where an account has read.
  account text not null
  since text -- Nothing where the next reading begins with what is there then.
  filter text -- The id of the filter that the homeserver keeps.
  at bigint not null
  constraint sync_position_is_one PRIMARY KEY (account)
  CREATE UNIQUE INDEX sync_position_is_one ON public.sync_position USING btree (account)

table takeover -- Somebody's wish to have a lease that is another's; void once the lease is ended, open or not.
  seq bigint not null generated always as identity
  lease_id text not null
  by_id text not null
  reason text not null
  at bigint not null
  due bigint not null -- From when on it may be had, unless the holder kept it.
  open boolean not null
  constraint takeover_is_by_a_person FOREIGN KEY (by_id) REFERENCES person(id)
  constraint takeover_is_in_order PRIMARY KEY (seq)
  constraint takeover_is_of_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  CREATE UNIQUE INDEX takeover_is_in_order ON public.takeover USING btree (seq)
  CREATE UNIQUE INDEX takeover_is_the_only_open_one ON public.takeover USING btree (lease_id) WHERE open

table told_trouble -- What admins were told that they have to mend; gone once it is mended, so that it is told again should it come back.
  key text not null -- What it is, such as conversation:slack:T1:C1.
  sentence text not null
  told_at bigint not null
  constraint told_trouble_is_one PRIMARY KEY (key)
  CREATE UNIQUE INDEX told_trouble_is_one ON public.told_trouble USING btree (key)

table unit -- What can be contended: one permanent row each, whose token outlives every lease.
  name text not null
  token bigint not null -- That of the newest grant; 0 before the first. It never falls.
  kind text not null -- What keeps it: a lease, an offer to one person, or the gathering of several units for one person.
  lease_id text
  person_id text -- Whom it is kept for.
  since bigint not null -- Since when it is kept.
  until bigint not null -- The first moment at which it is free; 0 once given back.
  constraint unit_is_one PRIMARY KEY (name)
  constraint unit_kind_is_known CHECK ((kind = ANY (ARRAY['lease'::text, 'offer'::text, 'gathering'::text])))
  constraint unit_lease_exists FOREIGN KEY (lease_id) REFERENCES lease(id) DEFERRABLE INITIALLY DEFERRED
  constraint unit_lease_has_a_holder CHECK (((kind <> 'lease'::text) OR ((lease_id IS NULL) = (person_id IS NULL))))
  constraint unit_lease_is_of_its_kind CHECK (((lease_id IS NULL) OR (kind = 'lease'::text)))
  constraint unit_offer_is_to_somebody CHECK (((kind = 'lease'::text) OR (person_id IS NOT NULL)))
  constraint unit_person_exists FOREIGN KEY (person_id) REFERENCES person(id)
  constraint unit_token_is_counted CHECK ((token >= 0))
  CREATE INDEX unit_by_lease ON public.unit USING btree (lease_id) WHERE (lease_id IS NOT NULL)
  CREATE UNIQUE INDEX unit_is_one ON public.unit USING btree (name)
  CREATE INDEX unit_kept ON public.unit USING btree (until) WHERE (kind <> 'lease'::text)

table untidied -- Units that a lease left when it ended, until somebody confirms that they are tidied.
  lease_id text not null -- The lease that ended.
  unit text not null
  since bigint not null -- Its end.
  ask_at bigint -- From when on its holder may be asked; nothing: was asked.
  closed_at bigint -- When it was confirmed, or another lease of the unit ended.
  superseded_by text -- That other lease.
  constraint untidied_after_a_lease FOREIGN KEY (lease_id) REFERENCES lease(id)
  constraint untidied_is_one PRIMARY KEY (lease_id, unit)
  constraint untidied_superseded_by_a_lease FOREIGN KEY (superseded_by) REFERENCES lease(id)
  constraint untidied_unit_exists FOREIGN KEY (unit) REFERENCES unit(name) ON UPDATE CASCADE
  CREATE UNIQUE INDEX untidied_after_the_last_lease ON public.untidied USING btree (unit) WHERE (closed_at IS NULL)
  CREATE UNIQUE INDEX untidied_is_one ON public.untidied USING btree (lease_id, unit)
  CREATE INDEX untidied_superseded ON public.untidied USING btree (superseded_by) WHERE (superseded_by IS NOT NULL)
  CREATE INDEX untidied_to_ask ON public.untidied USING btree (ask_at) WHERE ((closed_at IS NULL) AND (ask_at IS NOT NULL))

table waiting -- Places in the lines of units, first in, first out.
  seq bigint not null generated always as identity
  unit text not null
  environment text not null -- What was asked for, which the unit is a part of.
  person_id text not null
  since bigint not null
  left_at bigint
  gathers_from bigint -- Who could not gather all in time gathers again from then on; nothing: at once.
  any_of text -- What the person waits for any of, such as a label: who gets one of them is out of all these lines; nothing: for this alone.
  constraint waiting_is_for_a_unit FOREIGN KEY (unit) REFERENCES unit(name) ON UPDATE CASCADE
  constraint waiting_is_in_order PRIMARY KEY (seq)
  constraint waiting_is_somebodys FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX waiting_in_line ON public.waiting USING btree (unit, seq) WHERE (left_at IS NULL)
  CREATE UNIQUE INDEX waiting_in_one_place ON public.waiting USING btree (person_id, unit) WHERE (left_at IS NULL)
  CREATE UNIQUE INDEX waiting_is_in_order ON public.waiting USING btree (seq)

table waiver -- Exceptions from one rule, each for one consumer and one environment.
  id text not null
  rule text not null
  consumer text not null
  environment text not null
  until bigint not null -- The first moment at which the rule holds again, ended before or not.
  reason text not null
  by_id text not null
  at bigint not null
  ended_at bigint -- When it was called off or replaced.
  constraint waiver_ends_after_its_start CHECK ((until > at))
  constraint waiver_is_by_a_person FOREIGN KEY (by_id) REFERENCES person(id)
  constraint waiver_is_one PRIMARY KEY (id)
  CREATE INDEX waiver_in_force ON public.waiver USING btree (until) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX waiver_is_one ON public.waiver USING btree (id)

table watch -- Who wants to hear when something about an environment changes.
  person_id text not null
  environment text not null -- What was asked for, which the unit is a part of.
  unit text not null
  since bigint not null
  constraint watch_is_one PRIMARY KEY (person_id, environment, unit)
  constraint watch_is_somebodys FOREIGN KEY (person_id) REFERENCES person(id)
  CREATE INDEX watch_by_unit ON public.watch USING btree (unit)
  CREATE UNIQUE INDEX watch_is_one ON public.watch USING btree (person_id, environment, unit)
