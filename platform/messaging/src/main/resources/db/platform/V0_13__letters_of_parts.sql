-- A record may hold several messages that came together: each that nobody can deal with is a letter of its own.
do $$
declare
  name text;
begin
  select conname into strict name from pg_constraint where conrelid = 'dead_letter'::regclass and contype = 'u';
  execute format('alter table dead_letter drop constraint %I', name);
end
$$;
alter table dead_letter
  add constraint dead_letter_once unique (tenant_id, consumer, topic, record_partition, record_offset, message_id);
