-- Until when it may be confirmed, where Dibs was away while it could have been; nothing: so long after its start as ever.
alter table occurrence add column confirm_by bigint;
