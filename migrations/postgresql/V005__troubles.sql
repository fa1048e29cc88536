-- Moments are milliseconds since 1970-01-01T00:00:00Z.

alter table posted_message add column refused text;

comment on column posted_message.refused is 'Why the conversation takes nothing, in a sentence with what to do; nothing as far as is known that it does.';

create index posted_message_refused on posted_message (conversation) where refused is not null and closed_at is null;

create table told_trouble (
  key      text not null,
  sentence text not null,
  told_at  bigint not null,
  constraint told_trouble_is_one primary key (key)
);

comment on table told_trouble is 'What admins were told that they have to mend; gone once it is mended, so that it is told again should it come back.';
comment on column told_trouble.key is 'What it is, such as conversation:slack:T1:C1.';
