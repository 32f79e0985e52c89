-- What a source may send, where that differs from what is usual.
alter table source add column events_per_second bigint;
alter table source add column bytes_per_second bigint;
