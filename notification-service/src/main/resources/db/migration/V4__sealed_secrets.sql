-- Secrets of channels are sealed from now on. Those written before are sealed by a timer, since the key is the service's.
insert into timer (tenant_id, kind, timer_key, due_at, payload)
select distinct tenant_id, 'seal-secrets', 'all', timestamptz '2000-01-01', ''
  from channel
 where secret is not null or type = 'slack'
on conflict do nothing;
