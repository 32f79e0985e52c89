create table period_close (
  tenant_id text not null,
  period date not null, -- its first day
  closed_at timestamptz not null,
  closed_by text not null,
  primary key (tenant_id, period)
);
call protect('period_close');

-- What was reported when a period was closed. A restatement concerns an earlier month, everything
-- else its own.
create table closed_movement (
  tenant_id text not null,
  account_id text not null,
  on_day date not null,
  kind text not null,
  concerns date not null,
  amount numeric not null,
  churn_kind text,
  reason text,
  subscriptions text[] not null,
  recovered boolean not null,
  facts text[] not null,
  primary key (tenant_id, account_id, on_day, kind, concerns)
);
create index closed_movement_day on closed_movement (tenant_id, on_day);
call protect('closed_movement');

-- What was learnt about closed months since, in the first open one.
create table restatement (
  tenant_id text not null,
  account_id text not null,
  concerns date not null,
  on_day date not null,
  amount numeric not null,
  facts text[] not null,
  primary key (tenant_id, account_id, concerns)
);
call protect('restatement');

create view reported_movement with (security_invoker = true) as
  select tenant_id, account_id, on_day, kind, concerns, amount, churn_kind, reason, subscriptions, recovered, facts
    from closed_movement
  union all
  select tenant_id, account_id, on_day, 'RESTATEMENT', concerns, amount, null, null, '{}', false, facts
    from restatement
  union all
  select tenant_id, account_id, on_day, kind, date_trunc('month', on_day)::date, amount, churn_kind, reason,
         subscriptions, recovered, '{}'
    from movement
   where on_day >= coalesce((select max(period) + interval '1 month' from period_close), '-infinity'::timestamp);
grant select on reported_movement to ${app};

create view restated_movement with (security_invoker = true) as
  select tenant_id, account_id, on_day, kind, date_trunc('month', on_day)::date as concerns, amount, churn_kind,
         reason, subscriptions, recovered, '{}'::text[] as facts
    from movement;
grant select on restated_movement to ${app};
