-- What came and cannot be read is kept as it came, with what is wrong in it.
alter table held_entry add column form text not null default 'entry'; -- what the body is: an entry's content, or a stripe_event
alter table held_entry add column detail text; -- what is wrong and where
