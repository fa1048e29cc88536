-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- Why the conversation takes nothing, in a sentence with what to do; nothing as far as is known that it does.
alter table posted_message add column refused text;

create index posted_message_refused on posted_message (conversation) where refused is not null and closed_at is null;

-- What admins were told that they have to mend; gone once it is mended, so that it is told again should it come back.
create table told_trouble (
  key      text not null, -- What it is, such as conversation:slack:T1:C1.
  sentence text not null,
  told_at  integer not null,
  constraint told_trouble_is_one primary key (key)
) strict;
