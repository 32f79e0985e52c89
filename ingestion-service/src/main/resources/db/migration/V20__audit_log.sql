-- Who changed, saw or was refused what, from all services. The serving role may add and read, and nothing else:
-- no update, no delete, no truncate, for whoever takes over the service.
create table audit_entry (
  tenant_id text not null default current_setting('app.tenant', true),
  entry_id uuid not null,
  happened_at timestamptz not null,
  service text not null,
  actor text not null,
  roles text[] not null,
  client text,
  action text not null,
  object_type text not null,
  object_id text,
  outcome text not null,
  status int not null,
  code text,
  changes text not null, -- JSON: [{name, before, after}]
  people bigint,
  suppressed bigint,
  trace_id text,
  primary key (tenant_id, entry_id)
);
create index audit_entry_time on audit_entry (tenant_id, happened_at, entry_id);
create index audit_entry_actor on audit_entry (tenant_id, actor, happened_at, entry_id);
create index audit_entry_object on audit_entry (tenant_id, object_type, object_id, happened_at, entry_id);

alter table audit_entry enable row level security;
create policy tenant on audit_entry to ${app}
  using (tenant_id = (select nullif(current_setting('app.tenant', true), '')));
grant select, insert on audit_entry to ${app};
