-- What is older than its tenant keeps things is found by age. Rows come in order of it, so a few pages say where to look.
create index archived_usage_age on archived_usage using brin (received_at) with (autosummarize = on);
create index archived_fact_age on archived_fact using brin (received_at) with (autosummarize = on);
create index received_payload_age on received_payload using brin (received_at) with (autosummarize = on);
create index archived_fact_key on archived_fact (tenant_id, kind, entry_key, id); -- what is said later of the same

-- Tenants that are here already begin now; others when they are introduced.
insert into timer (tenant_id, kind, timer_key, due_at, payload)
select tenant_id, 'retention', 'daily', now(), '' from tenant
on conflict do nothing;
