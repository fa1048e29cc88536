-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- Units that a lease left when it ended, until somebody confirms that they are tidied.
create table untidied (
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

create unique index untidied_after_the_last_lease on untidied (unit) where closed_at is null;
create index untidied_to_ask on untidied (ask_at) where closed_at is null and ask_at is not null;
create index untidied_superseded on untidied (superseded_by) where superseded_by is not null;
