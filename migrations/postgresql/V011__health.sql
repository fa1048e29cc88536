-- Moments are milliseconds since 1970-01-01T00:00:00Z.

create table health_round (
  one     integer not null,
  changes bigint not null,
  constraint health_round_is_one primary key (one)
);

comment on table health_round is 'One row, which whoever writes of health changes first, so that no other does meanwhile.';
comment on column health_round.one is 'Always 1.';
comment on column health_round.changes is 'Counts changes of any environment.';

create table health_probe (
  environment text not null,
  probe       text not null,
  held        text not null,
  since       bigint not null,
  sign        text not null,
  seen_at     bigint not null,
  took_ms     bigint not null,
  sentence    text not null,
  silent_at   bigint not null,
  vpn         boolean not null,
  lately      text not null,
  tree        text,
  constraint health_probe_is_one primary key (environment, probe)
);

comment on table health_probe is 'What each probe says. Looks are not kept: a probe is one row for good.';
comment on column health_probe.probe is 'Its name among the probes of the environment.';
comment on column health_probe.held is 'What stands: PASSING, DEGRADED, UNREACHABLE, FAILING or UNKNOWN.';
comment on column health_probe.sign is 'What the last look said: PASSING, DEGRADED, FAILED or UNREACHABLE.';
comment on column health_probe.sentence is 'What it saw; foreign words.';
comment on column health_probe.silent_at is 'From then on it is unknown, unless somebody looks before.';
comment on column health_probe.vpn is 'Whether it is reached through a VPN only.';
comment on column health_probe.lately is 'A letter for each of the last looks, oldest first.';
comment on column health_probe.tree is 'The state of the tree that it looks at.';

create index health_probe_silent on health_probe (silent_at) where held <> 'UNKNOWN';

create table health_state (
  environment text not null,
  health      text not null,
  since       bigint not null,
  beneath     text not null,
  probe       text not null,
  sentence    text not null,
  vpn         boolean not null,
  turns       text not null,
  flapping    bigint,
  calm_at     bigint,
  version     text,
  commit_id   text,
  deployed_at bigint,
  told        text,
  incident    text,
  constraint health_state_is_one primary key (environment)
);

comment on table health_state is 'How each environment is.';
comment on column health_state.beneath is 'What its probes say together, flapping or not.';
comment on column health_state.probe is 'The probe that decided.';
comment on column health_state.sentence is 'What that one saw; foreign words.';
comment on column health_state.vpn is 'Whether it cannot be reached since it is behind a VPN.';
comment on column health_state.turns is 'When it changed lately, oldest first, with commas between.';
comment on column health_state.flapping is 'Since when it changes to and fro.';
comment on column health_state.calm_at is 'When it is no longer flapping, unless it changes before.';
comment on column health_state.version is 'What runs there.';
comment on column health_state.commit_id is 'What that was deployed from.';
comment on column health_state.deployed_at is 'When it was seen to have come; nothing where it was there from the first look on.';
comment on column health_state.told is 'The last that people were told.';
comment on column health_state.incident is 'The incident that it is part of.';

create index health_state_calm on health_state (calm_at) where calm_at is not null;

create index health_state_incident on health_state (incident) where incident is not null;

create table health_change (
  environment text not null,
  at          bigint not null,
  health      text not null,
  vpn         boolean not null,
  constraint health_change_is_one primary key (environment, at)
);

comment on table health_change is 'How environments changed.';
comment on column health_change.vpn is 'Whether it could not be reached since it is behind a VPN.';

create index health_change_at on health_change (at);

create table health_deploy (
  environment text not null,
  at          bigint not null,
  version     text,
  commit_id   text,
  constraint health_deploy_is_one primary key (environment, at)
);

comment on table health_deploy is 'What was seen to be deployed.';

create index health_deploy_at on health_deploy (at);

create table health_incident (
  id        text not null,
  root      text not null,
  opened_at bigint not null,
  closed_at bigint,
  constraint health_incident_is_one primary key (id)
);

comment on table health_incident is 'What went wrong, with what it took along.';
comment on column health_incident.root is 'What is at the bottom of it, as far as is known.';

create index health_incident_closed on health_incident (closed_at);

create table health_incident_line (
  incident    text not null,
  number      integer not null,
  at          bigint not null,
  what        text not null,
  environment text not null,
  health      text not null,
  sentence    text not null,
  deployed_at bigint,
  constraint health_incident_line_is_one primary key (incident, number),
  constraint health_incident_line_is_of_one foreign key (incident) references health_incident (id)
);

comment on table health_incident_line is 'What happened in an incident.';
comment on column health_incident_line.number is 'From 1 on.';
comment on column health_incident_line.what is 'TURNED, CAUSE or FLAPPING.';
comment on column health_incident_line.sentence is 'What was seen; foreign words.';
comment on column health_incident_line.deployed_at is 'When something else was deployed there, where that was lately.';

create index health_incident_line_of on health_incident_line (environment);
