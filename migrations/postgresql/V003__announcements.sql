-- Moments are milliseconds since 1970-01-01T00:00:00Z.

alter table person add column spoke text;

comment on column person.spoke is 'The account that the person spoke from last, kept once there are several.';

alter table outbox add column parcel text;
alter table outbox add column via text;
alter table outbox add column attempts integer not null default 0;
alter table outbox add column refusals integer not null default 0;
alter table outbox add column next_at bigint;
alter table outbox add column claimed_until bigint;
alter table outbox add column fault text;
alter table outbox add column dead_at bigint;
alter table outbox add column message_id text;

comment on column outbox.parcel is 'The id of the first notice of the message that this one is said in; given at the first attempt, for good.';
comment on column outbox.via is 'The account that an attempt is made through whose outcome is not known yet.';
comment on column outbox.refusals is 'How often no account of the person would take it.';
comment on column outbox.next_at is 'Not before then.';
comment on column outbox.claimed_until is 'Until then a process is at it.';
comment on column outbox.fault is 'What came of the last attempt.';
comment on column outbox.dead_at is 'When it was given up; it is still said where the person speaks to Dibs.';
comment on column outbox.message_id is 'The platform''s id of the message that said it.';

create index outbox_dead on outbox (dead_at) where dead_at is not null and sent_at is null;

create table posted_message (
  conversation  text not null,
  key           text not null,
  edition       integer not null,
  message_id    text,
  digest        text,
  pinned        boolean not null,
  attempts      integer not null,
  next_at       bigint,
  claimed_until bigint,
  fault         text,
  posted_at     bigint,
  changed_at    bigint,
  closed_at     bigint,
  constraint posted_message_is_one primary key (conversation, key),
  constraint posted_message_is_pinned_or_not check (pinned in (false, true))
);

create index posted_message_open on posted_message (conversation) where closed_at is null;

comment on table posted_message is 'A message that Dibs put into a conversation and keeps up to date: one a key.';
comment on column posted_message.conversation is 'platform:workspace:channel.';
comment on column posted_message.key is 'What it is, such as board or lease:ID.';
comment on column posted_message.edition is 'Counts from 1; one more each time that the message is gone and posted anew.';
comment on column posted_message.message_id is 'The platform''s id; nothing as long as nobody knows whether it was accepted.';
comment on column posted_message.digest is 'SHA-256 of the facts that it shows, in hexadecimal digits.';
comment on column posted_message.pinned is 'Whether pinning it is over and done with.';
comment on column posted_message.attempts is 'Those without success since the last one with.';
comment on column posted_message.next_at is 'Not before then.';
comment on column posted_message.claimed_until is 'Until then a process is at it.';
comment on column posted_message.fault is 'What came of the last attempt.';
comment on column posted_message.closed_at is 'From when on it stays as it is.';

create table quiet_conversation (
  conversation text not null,
  until        bigint not null,
  by_id        text not null,
  constraint quiet_conversation_is_one primary key (conversation),
  constraint quiet_conversation_is_by_a_person foreign key (by_id) references person (id)
);

comment on table quiet_conversation is 'Conversations in which nothing is announced for a while.';
comment on column quiet_conversation.until is 'The first moment at which it is announced there again.';
