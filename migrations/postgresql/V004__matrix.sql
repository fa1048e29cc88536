-- Moments are milliseconds since 1970-01-01T00:00:00Z.

create table sign_in (
  login         text not null,
  account       text not null,
  device        text not null,
  access_token  text not null,
  refresh_token text,
  at            bigint not null,
  constraint sign_in_is_one primary key (login)
);

comment on table sign_in is 'How Dibs is signed in somewhere: kept, so that it need not sign in again, which would make another device.';
comment on column sign_in.login is 'The name that was given with the password.';
comment on column sign_in.account is 'platform:user, such as matrix:@dibs:example.org.';
comment on column sign_in.device is 'To which transaction ids belong.';

create table sync_position (
  account text not null,
  since   text,
  filter  text,
  at      bigint not null,
  constraint sync_position_is_one primary key (account)
);

comment on table sync_position is 'Up to where an account has read.';
comment on column sync_position.since is 'Nothing where the next reading begins with what is there then.';
comment on column sync_position.filter is 'The id of the filter that the homeserver keeps.';

create table heard_event (
  seq         bigint generated always as identity constraint heard_event_is_in_order primary key,
  account     text not null,
  event_id    text not null,
  room        text not null,
  sender      text not null,
  outcome     text not null,
  environment text,
  token       bigint,
  at          bigint not null,
  constraint heard_event_is_one unique (account, event_id),
  constraint heard_event_token_is_of_something check (token is null or environment is not null)
);

comment on table heard_event is 'What was heard, so that nothing of it is done twice; forgotten after 30 days.';
comment on column heard_event.outcome is 'What came of it: a word.';
comment on column heard_event.environment is 'Of the lease that it was about.';
comment on column heard_event.token is 'That lease''s.';

create index heard_event_in_room on heard_event (account, room, seq);
create index heard_event_by_age on heard_event (at);

create table room_note (
  account text not null,
  room    text not null,
  what    text not null,
  value   text not null,
  at      bigint not null,
  constraint room_note_is_one primary key (account, room, what)
);

comment on table room_note is 'What is remembered of a room, one value each.';

create table sending (
  seq           bigint generated always as identity constraint sending_is_in_order primary key,
  account       text not null,
  txn_id        text not null,
  room          text not null,
  type          text not null,
  content       text not null,
  kind          text not null,
  offers        text not null,
  created_at    bigint not null,
  attempts      integer not null,
  next_at       bigint,
  claimed_until bigint,
  fault         text,
  dead_at       bigint,
  sent_at       bigint,
  event_id      text,
  constraint sending_is_one unique (account, txn_id),
  constraint sending_kind_is_known check (kind in ('reply', 'reaction', 'direct', 'announcement')),
  constraint sending_is_sent_with_an_id check ((sent_at is null) = (event_id is null))
);

comment on table sending is 'What is to be sent as it is, in the order in which it came up.';
comment on column sending.txn_id is 'The same for the same sending, however often it is tried.';
comment on column sending.type is 'Of the event.';
comment on column sending.content is 'Of the event, as JSON.';
comment on column sending.kind is 'How urgent it is.';
comment on column sending.offers is 'What pressing a reaction to it means, as JSON.';
comment on column sending.attempts is 'Those without success.';
comment on column sending.next_at is 'Not before then.';
comment on column sending.claimed_until is 'Until then a process is at it.';
comment on column sending.fault is 'What came of the last attempt.';
comment on column sending.dead_at is 'When it was given up.';
comment on column sending.event_id is 'The homeserver''s id of what was sent.';

create index sending_open on sending (account, seq) where sent_at is null and dead_at is null;
create index sending_by_event on sending (account, event_id) where event_id is not null;
create index sending_by_age on sending (created_at);

create table offered_reaction (
  account     text not null,
  event_id    text not null,
  emoji       text not null,
  room        text not null,
  line        text not null,
  environment text,
  token       bigint,
  entitled    text,
  at          bigint not null,
  constraint offered_reaction_is_one primary key (account, event_id, emoji),
  constraint offered_reaction_token_is_of_something check (token is null or environment is not null)
);

comment on table offered_reaction is 'What pressing a reaction to a message means.';
comment on column offered_reaction.event_id is 'Of the message.';
comment on column offered_reaction.line is 'The command, as it would be typed.';
comment on column offered_reaction.environment is 'Of the lease that it was offered for.';
comment on column offered_reaction.token is 'That lease''s.';
comment on column offered_reaction.entitled is 'The only account that may press it; nothing: whoever may type it.';

create index offered_reaction_by_age on offered_reaction (at);
