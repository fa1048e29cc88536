-- Moments are milliseconds since 1970-01-01T00:00:00Z.

-- One row, which whoever writes of health changes first, so that no other does meanwhile.
create table health_round (
  one     integer not null, -- Always 1.
  changes integer not null, -- Counts changes of any environment.
  constraint health_round_is_one primary key (one)
) strict;

-- What each probe says. Looks are not kept: a probe is one row for good.
create table health_probe (
  environment text not null,
  probe       text not null, -- Its name among the probes of the environment.
  held        text not null, -- What stands: PASSING, DEGRADED, UNREACHABLE, FAILING or UNKNOWN.
  since       integer not null,
  sign        text not null, -- What the last look said: PASSING, DEGRADED, FAILED or UNREACHABLE.
  seen_at     integer not null,
  took_ms     integer not null,
  sentence    text not null, -- What it saw; foreign words.
  silent_at   integer not null, -- From then on it is unknown, unless somebody looks before.
  vpn         integer not null, -- Whether it is reached through a VPN only.
  lately      text not null, -- A letter for each of the last looks, oldest first.
  tree        text, -- The state of the tree that it looks at.
  constraint health_probe_is_one primary key (environment, probe)
) strict;

create index health_probe_silent on health_probe (silent_at) where held <> 'UNKNOWN';

-- How each environment is.
create table health_state (
  environment text not null,
  health      text not null,
  since       integer not null,
  beneath     text not null, -- What its probes say together, flapping or not.
  probe       text not null, -- The probe that decided.
  sentence    text not null, -- What that one saw; foreign words.
  vpn         integer not null, -- Whether it cannot be reached since it is behind a VPN.
  turns       text not null, -- When it changed lately, oldest first, with commas between.
  flapping    integer, -- Since when it changes to and fro.
  calm_at     integer, -- When it is no longer flapping, unless it changes before.
  version     text, -- What runs there.
  commit_id   text, -- What that was deployed from.
  deployed_at integer, -- When it was seen to have come; nothing where it was there from the first look on.
  told        text, -- The last that people were told.
  incident    text, -- The incident that it is part of.
  constraint health_state_is_one primary key (environment)
) strict;

create index health_state_calm on health_state (calm_at) where calm_at is not null;

create index health_state_incident on health_state (incident) where incident is not null;

-- How environments changed.
create table health_change (
  environment text not null,
  at          integer not null,
  health      text not null,
  vpn         integer not null, -- Whether it could not be reached since it is behind a VPN.
  constraint health_change_is_one primary key (environment, at)
) strict;

create index health_change_at on health_change (at);

-- What was seen to be deployed.
create table health_deploy (
  environment text not null,
  at          integer not null,
  version     text,
  commit_id   text,
  constraint health_deploy_is_one primary key (environment, at)
) strict;

create index health_deploy_at on health_deploy (at);

-- What went wrong, with what it took along.
create table health_incident (
  id        text not null,
  root      text not null, -- What is at the bottom of it, as far as is known.
  opened_at integer not null,
  closed_at integer,
  constraint health_incident_is_one primary key (id)
) strict;

create index health_incident_closed on health_incident (closed_at);

-- What happened in an incident.
create table health_incident_line (
  incident    text not null,
  number      integer not null, -- From 1 on.
  at          integer not null,
  what        text not null, -- TURNED, CAUSE or FLAPPING.
  environment text not null,
  health      text not null,
  sentence    text not null, -- What was seen; foreign words.
  deployed_at integer, -- When something else was deployed there, where that was lately.
  constraint health_incident_line_is_one primary key (incident, number),
  constraint health_incident_line_is_of_one foreign key (incident) references health_incident (id)
) strict;

create index health_incident_line_of on health_incident_line (environment);
