create table tenant_settings (
  tenant_id text not null,
  currency text not null,
  time_zone text not null,
  primary key (tenant_id)
);
call protect('tenant_settings');

create table account (
  tenant_id text not null,
  account_id text not null,
  name text,
  received_at timestamptz,
  primary key (tenant_id, account_id)
);
call protect('account');

-- Facts are only added. A version of one is named by the message that told it; of the versions of
-- one key the last recorded holds.

create table contract_phase (
  tenant_id text not null,
  subscription_id text not null,
  starts_on date not null,
  fact_id text not null,
  account_id text not null,
  ends_on date,
  amount numeric not null,
  currency text not null,
  billing_interval text not null,
  interval_count integer not null,
  quantity numeric not null,
  plan text,
  seats integer,
  status text not null,
  auto_renew boolean,
  renews_on date,
  notice_days integer,
  discount_percent numeric not null,
  discount_months integer,
  received_at timestamptz not null,
  recorded_at timestamptz,
  primary key (tenant_id, subscription_id, starts_on, fact_id)
);
create index contract_phase_account on contract_phase (tenant_id, account_id);
call protect('contract_phase');

create table invoice (
  tenant_id text not null,
  invoice_id text not null,
  fact_id text not null,
  account_id text not null,
  issued_on date not null,
  amount numeric not null,
  due_on date,
  paid_on date,
  status text not null,
  received_at timestamptz not null,
  recorded_at timestamptz,
  primary key (tenant_id, invoice_id, fact_id)
);
create index invoice_account on invoice (tenant_id, account_id);
call protect('invoice');

create table outcome (
  tenant_id text not null,
  account_id text not null,
  fact_id text not null,
  kind text not null,
  happened_on date not null,
  reason text,
  received_at timestamptz not null,
  recorded_at timestamptz,
  primary key (tenant_id, account_id, fact_id)
);
call protect('outcome');

create table exchange_rate (
  tenant_id text not null,
  base text not null,
  quote text not null,
  day date not null,
  fact_id text not null,
  rate numeric not null,
  received_at timestamptz not null,
  recorded_at timestamptz,
  primary key (tenant_id, base, quote, day, fact_id)
);
call protect('exchange_rate');

-- The books, derived from the facts and replaced account by account. What is agreed for the future
-- is booked ahead: readers stop at their day.

create table movement (
  tenant_id text not null,
  account_id text not null,
  on_day date not null,
  kind text not null,
  amount numeric not null,
  churn_kind text,
  reason text,
  subscriptions text[] not null,
  recovered boolean not null,
  primary key (tenant_id, account_id, on_day, kind)
);
create index movement_day on movement (tenant_id, on_day);
call protect('movement');

create table balance (
  tenant_id text not null,
  account_id text not null,
  currency text not null,
  on_day date not null,
  amount numeric not null,
  primary key (tenant_id, account_id, currency, on_day)
);
call protect('balance');

create table excluded_account (
  tenant_id text not null,
  account_id text not null,
  currency text not null,
  day date not null,
  primary key (tenant_id, account_id)
);
call protect('excluded_account');

-- What the other services were told last.

create table announced_revenue (
  tenant_id text not null,
  account_id text not null,
  mrr numeric not null,
  currency text not null,
  renews_on date,
  primary key (tenant_id, account_id)
);
call protect('announced_revenue');

create table announced_movement (
  tenant_id text not null,
  account_id text not null,
  on_day date not null,
  kind text not null,
  amount numeric not null,
  primary key (tenant_id, account_id, on_day, kind)
);
call protect('announced_movement');
