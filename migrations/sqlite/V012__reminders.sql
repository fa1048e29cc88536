-- Moments are milliseconds since 1970-01-01T00:00:00Z; lengths are milliseconds.

-- From when on the lease is looked at for reminders of its end: 0 at once; nothing: not before something about it changes.
alter table lease add column remind_at integer default 0;
-- The same for the question whether it is still used.
alter table lease add column ask_at integer default 0;

create index lease_to_remind_of on lease (remind_at) where state = 'held';
create index lease_to_ask_about on lease (ask_at) where state = 'held';

-- That a holder was reminded of an end.
create table reminder (
  lease_id text not null,
  until    integer not null, -- The end that it was about: another end is reminded of anew.
  lead_ms  integer not null,
  at       integer not null,
  constraint reminder_is_one primary key (lease_id, until, lead_ms),
  constraint reminder_is_of_a_lease foreign key (lease_id) references lease (id)
) strict;

-- The last question to a holder whether a lease is still used.
create table stale_question (
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

-- Notices that are to say what became of a lease, once something does.
create table lease_notice (
  notice_id text not null, -- Of the outbox.
  lease_id  text not null,
  open      integer not null,
  constraint lease_notice_is_one primary key (notice_id),
  constraint lease_notice_is_of_a_lease foreign key (lease_id) references lease (id),
  constraint lease_notice_is_open_or_not check (open in (false, true))
) strict;

create index lease_notice_open on lease_notice (lease_id) where open;

-- From when on the message is changed to what the notice says by now; nothing: it says so.
alter table outbox add column edit_at integer;

create index outbox_to_edit on outbox (edit_at) where edit_at is not null;
create index outbox_by_parcel on outbox (parcel) where parcel is not null;
