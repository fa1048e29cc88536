-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- The account that the person spoke from last, kept once there are several.
alter table person add column spoke text;

-- The id of the first notice of the message that this one is said in; given at the first attempt, for good.
alter table outbox add column parcel text;
-- The account that an attempt is made through whose outcome is not known yet.
alter table outbox add column via text;
alter table outbox add column attempts integer not null default 0;
-- How often no account of the person would take it.
alter table outbox add column refusals integer not null default 0;
-- Not before then.
alter table outbox add column next_at integer;
-- Until then a process is at it.
alter table outbox add column claimed_until integer;
-- What came of the last attempt.
alter table outbox add column fault text;
-- When it was given up; it is still said where the person speaks to Dibs.
alter table outbox add column dead_at integer;
-- The platform's id of the message that said it.
alter table outbox add column message_id text;

create index outbox_dead on outbox (dead_at) where dead_at is not null and sent_at is null;

-- A message that Dibs put into a conversation and keeps up to date: one a key.
create table posted_message (
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
  closed_at     integer, -- From when on it stays as it is.
  constraint posted_message_is_one primary key (conversation, key),
  constraint posted_message_is_pinned_or_not check (pinned in (false, true))
) strict;

create index posted_message_open on posted_message (conversation) where closed_at is null;

-- Conversations in which nothing is announced for a while.
create table quiet_conversation (
  conversation text not null,
  until        integer not null, -- The first moment at which it is announced there again.
  by_id        text not null,
  constraint quiet_conversation_is_one primary key (conversation),
  constraint quiet_conversation_is_by_a_person foreign key (by_id) references person (id)
) strict;
