-- A month is closed in the currency it was reported in. In another one nothing is closed until the
-- tenant closes it there, so that amounts of two currencies never stand in one sum.
alter table period_close add column currency text;
alter table closed_movement add column currency text;
update period_close p
   set currency = coalesce((select s.currency from tenant_settings s where s.tenant_id = p.tenant_id), 'USD');
update closed_movement m
   set currency = coalesce((select s.currency from tenant_settings s where s.tenant_id = m.tenant_id), 'USD');
alter table period_close
  alter column currency set not null,
  drop constraint period_close_pkey,
  add primary key (tenant_id, currency, period);
alter table closed_movement
  alter column currency set not null,
  drop constraint closed_movement_pkey,
  add primary key (tenant_id, account_id, currency, on_day, kind, concerns);

-- Whoever was never told a currency has closed in one only.
create or replace view reported_movement with (security_invoker = true) as
  select tenant_id, account_id, on_day, kind, concerns, amount, churn_kind, reason, subscriptions, recovered, facts
    from closed_movement
   where currency = coalesce((select s.currency from tenant_settings s), currency)
  union all
  select tenant_id, account_id, on_day, 'RESTATEMENT', concerns, amount, null, null, '{}', false, facts
    from restatement
  union all
  select tenant_id, account_id, on_day, kind, date_trunc('month', on_day)::date, amount, churn_kind, reason,
         subscriptions, recovered, '{}'
    from movement
   where on_day >= coalesce(
           (select max(c.period) + interval '1 month' from period_close c
             where c.currency = coalesce((select s.currency from tenant_settings s), c.currency)),
           '-infinity'::timestamp);
