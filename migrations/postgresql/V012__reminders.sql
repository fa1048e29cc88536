-- Moments are milliseconds since 1970-01-01T00:00:00Z; lengths are milliseconds.

alter table lease add column remind_at bigint default 0;
alter table lease add column ask_at bigint default 0;

create index lease_to_remind_of on lease (remind_at) where state = 'held';
create index lease_to_ask_about on lease (ask_at) where state = 'held';

create table reminder (
  lease_id text not null,
  until    bigint not null,
  lead_ms  bigint not null,
  at       bigint not null,
  constraint reminder_is_one primary key (lease_id, until, lead_ms),
  constraint reminder_is_of_a_lease foreign key (lease_id) references lease (id)
);

create table stale_question (
  lease_id    text not null,
  reason      text not null,
  asked_at    bigint not null,
  due         bigint not null,
  told_at     bigint,
  answered_at bigint,
  constraint stale_question_is_one primary key (lease_id),
  constraint stale_question_is_about_a_lease foreign key (lease_id) references lease (id),
  constraint stale_question_has_a_known_reason check (reason in ('silent', 'long', 'wanted'))
);

create table lease_notice (
  notice_id text not null,
  lease_id  text not null,
  open      boolean not null,
  constraint lease_notice_is_one primary key (notice_id),
  constraint lease_notice_is_of_a_lease foreign key (lease_id) references lease (id)
);

create index lease_notice_open on lease_notice (lease_id) where open;

alter table outbox add column edit_at bigint;

create index outbox_to_edit on outbox (edit_at) where edit_at is not null;
create index outbox_by_parcel on outbox (parcel) where parcel is not null;

comment on column lease.remind_at is 'From when on the lease is looked at for reminders of its end: 0 at once; nothing: not before something about it changes.';
comment on column lease.ask_at is 'The same for the question whether it is still used.';
comment on table reminder is 'That a holder was reminded of an end.';
comment on column reminder.until is 'The end that it was about: another end is reminded of anew.';
comment on table stale_question is 'The last question to a holder whether a lease is still used.';
comment on column stale_question.due is 'Until then it may be answered before others hear of it.';
comment on column stale_question.told_at is 'When others heard that it was not answered.';
comment on table lease_notice is 'Notices that are to say what became of a lease, once something does.';
comment on column lease_notice.notice_id is 'Of the outbox.';
comment on column outbox.edit_at is 'From when on the message is changed to what the notice says by now; nothing: it says so.';
