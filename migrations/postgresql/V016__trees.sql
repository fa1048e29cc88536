-- Moments are milliseconds since 1970-01-01T00:00:00Z.

alter table health_probe add column tree_since bigint;

comment on column health_probe.tree_since is 'Since when the tree is read to be in its state; nothing where that was read before this was kept.';
