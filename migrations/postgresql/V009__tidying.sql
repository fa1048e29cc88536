-- Moments are milliseconds since 1970-01-01T00:00:00Z.

create table untidied (
  lease_id      text not null,
  unit          text not null,
  since         bigint not null,
  ask_at        bigint,
  closed_at     bigint,
  superseded_by text,
  constraint untidied_is_one primary key (lease_id, unit),
  constraint untidied_after_a_lease foreign key (lease_id) references lease (id),
  constraint untidied_unit_exists foreign key (unit) references unit (name) on update cascade,
  constraint untidied_superseded_by_a_lease foreign key (superseded_by) references lease (id)
);

create unique index untidied_after_the_last_lease on untidied (unit) where closed_at is null;
create index untidied_to_ask on untidied (ask_at) where closed_at is null and ask_at is not null;
create index untidied_superseded on untidied (superseded_by) where superseded_by is not null;

comment on table untidied is 'Units that a lease left when it ended, until somebody confirms that they are tidied.';
comment on column untidied.lease_id is 'The lease that ended.';
comment on column untidied.since is 'Its end.';
comment on column untidied.ask_at is 'From when on its holder may be asked; nothing: was asked.';
comment on column untidied.closed_at is 'When it was confirmed, or another lease of the unit ended.';
comment on column untidied.superseded_by is 'That other lease.';
