-- Closes a tenant table to everybody but the serving role with the tenant set.
-- The setting is read in a sub-select, so that it is evaluated once a statement and not once a row.
create procedure protect(tenant_table text)
language plpgsql as $$
begin
  execute format('alter table %I enable row level security', tenant_table);
  execute format(
    'create policy tenant on %I to ${app} using (tenant_id = (select nullif(current_setting(''app.tenant'', true), '''')))',
    tenant_table);
  execute format('grant select, insert, update, delete on %I to ${app}', tenant_table);
end
$$;

-- Opens a table to the background role, for all tenants: relay, timers, retention, leased workers.
create procedure allow_background(tenant_table text)
language plpgsql as $$
begin
  execute format('create policy background on %I to ${background} using (true) with check (true)', tenant_table);
  execute format('grant select, insert, update, delete on %I to ${background}', tenant_table);
end
$$;
