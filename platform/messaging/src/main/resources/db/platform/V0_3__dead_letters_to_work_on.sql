-- A dead letter is found by what it is about, tried again, or discarded with a reason.
-- One that the relay set aside never had a place on its topic, so it has neither partition nor offset.
alter table dead_letter
  alter column record_partition drop not null,
  alter column record_offset drop not null,
  add column message_id text,
  add column type text,
  add column subject text,
  add column state text not null default 'waiting' check (state in ('waiting', 'replayed', 'discarded')),
  add column attempts int not null default 1, -- times it failed as a whole, its arrival included
  add column last_failed_at timestamptz not null default now(),
  add column closed_at timestamptz,
  add column closed_by text, -- subject of the principal who had it replayed or discarded
  add column reason text; -- why it was discarded

update dead_letter
   set message_id = headers::json ->> 'ce_id',
       type = headers::json ->> 'ce_type',
       subject = headers::json ->> 'ce_subject',
       last_failed_at = failed_at
 where position('\u0000' in headers) = 0; -- text has no place for it

create index dead_letter_failed on dead_letter (tenant_id, failed_at, id);
create index dead_letter_waiting on dead_letter (tenant_id, last_failed_at, id) where state = 'waiting';
