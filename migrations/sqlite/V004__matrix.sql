-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- How Dibs is signed in somewhere: kept, so that it need not sign in again, which would make another device.
create table sign_in (
  login         text not null, -- The name that was given with the password.
  account       text not null, -- platform:user, such as matrix:@dibs:example.org.
  device        text not null, -- To which transaction ids belong.
  access_token  text not null,
  refresh_token text,
  at            integer not null,
  constraint sign_in_is_one primary key (login)
) strict;

-- Up to where an account has read.
create table sync_position (
  account text not null,
  since   text, -- Nothing where the next reading begins with what is there then.
  filter  text, -- The id of the filter that the homeserver keeps.
  at      integer not null,
  constraint sync_position_is_one primary key (account)
) strict;

-- What was heard, so that nothing of it is done twice; forgotten after 30 days.
create table heard_event (
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

create index heard_event_in_room on heard_event (account, room, seq);
create index heard_event_by_age on heard_event (at);

-- What is remembered of a room, one value each.
create table room_note (
  account text not null,
  room    text not null,
  what    text not null,
  value   text not null,
  at      integer not null,
  constraint room_note_is_one primary key (account, room, what)
) strict;

-- What is to be sent as it is, in the order in which it came up.
create table sending (
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

create index sending_open on sending (account, seq) where sent_at is null and dead_at is null;
create index sending_by_event on sending (account, event_id) where event_id is not null;
create index sending_by_age on sending (created_at);

-- What pressing a reaction to a message means.
create table offered_reaction (
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

create index offered_reaction_by_age on offered_reaction (at);
