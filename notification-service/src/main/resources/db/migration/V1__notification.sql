-- tenant_id fills itself from the tenant of the transaction, so that no statement can name another.
create domain own_tenant as text default nullif(current_setting('app.tenant', true), '') not null;

-- Copies of what ingestion announces: only what a message to a person needs.
create table account (
  tenant_id own_tenant,
  account_id text not null,
  name text not null,
  owner_email text,
  primary key (tenant_id, account_id)
);
call protect('account');

create table person (
  tenant_id own_tenant,
  email text not null,
  name text not null,
  roles text[] not null,
  time_zone text not null,
  primary key (tenant_id, email)
);
call protect('person');

create table play (
  tenant_id own_tenant,
  play_key text not null,
  version int not null,
  name text not null,
  kind text not null check (kind in ('voluntary', 'involuntary')),
  trigger jsonb not null,
  steps jsonb not null,
  exits jsonb not null,
  cooldown text not null,
  state text not null check (state in ('draft', 'live')),
  primary key (tenant_id, play_key, version)
);
call protect('play');

create table alert (
  tenant_id own_tenant,
  alert_id uuid not null,
  account_id text not null,
  kind text not null check (kind in ('voluntary', 'involuntary')),
  play_key text not null,
  severity text not null check (severity in ('notice', 'warning', 'critical')),
  state text not null check (state in ('open', 'acknowledged', 'closed')),
  title text not null,
  reasons jsonb not null,
  band text,
  previous_band text,
  score numeric,
  since timestamptz not null,
  from_history boolean not null,
  opened_at timestamptz not null,
  muted_by uuid,
  closed_at timestamptz,
  verdict text check (verdict in ('true', 'false', 'too_late')),
  primary key (tenant_id, alert_id)
);
call protect('alert');
-- At most one open alert of each kind; also finds the open ones of an account.
create unique index alert_open on alert (tenant_id, account_id, kind) where state <> 'closed';
create index alert_by_time on alert (tenant_id, opened_at, alert_id);
create index alert_muted on alert (tenant_id, muted_by) where muted_by is not null and state <> 'closed';

create table play_run (
  tenant_id own_tenant,
  run_id uuid not null,
  play_key text not null,
  version int not null,
  account_id text not null,
  alert_id uuid not null,
  severity text not null,
  started_at timestamptz not null,
  next_step int not null,
  waiting_for text,
  outcome text,
  ended_at timestamptz,
  primary key (tenant_id, run_id),
  foreign key (tenant_id, play_key, version) references play,
  foreign key (tenant_id, alert_id) references alert
);
call protect('play_run');
create index play_run_by_alert on play_run (tenant_id, alert_id);
create index play_run_by_account on play_run (tenant_id, account_id, play_key, started_at);
create index play_run_by_time on play_run (tenant_id, started_at, run_id);

create table play_run_entry (
  tenant_id own_tenant,
  entry_id bigint generated always as identity,
  run_id uuid not null,
  at timestamptz not null,
  step int not null,
  outcome text not null,
  detail text not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, run_id) references play_run
);
call protect('play_run_entry');
create index play_run_entry_by_run on play_run_entry (tenant_id, run_id, entry_id);

create table digest_entry (
  tenant_id own_tenant,
  alert_id uuid not null,
  run_id uuid not null,
  roles text[] not null,
  added_at timestamptz not null,
  primary key (tenant_id, alert_id),
  foreign key (tenant_id, alert_id) references alert
);
call protect('digest_entry');

create table channel (
  tenant_id own_tenant,
  channel_id uuid not null,
  type text not null check (type in ('email', 'slack', 'webhook')),
  name text not null,
  url text,
  recipients text[] not null,
  events text[] not null,
  secret text,
  disabled_because text,
  created_at timestamptz not null,
  -- Slack takes one message a second: when the next one may go
  free_at timestamptz,
  primary key (tenant_id, channel_id)
);
call protect('channel');
create index channel_by_name on channel (tenant_id, name, channel_id);

create table delivery (
  tenant_id own_tenant,
  delivery_id uuid not null,
  type text not null check (type in ('email', 'slack', 'webhook')),
  -- no foreign key: the log outlives the channel
  channel_id uuid,
  address text,
  alert_id uuid,
  event text not null,
  content text not null,
  state text not null check (state in ('pending', 'delivered', 'dead')),
  tries int not null,
  created_at timestamptz not null,
  next_try_at timestamptz,
  primary key (tenant_id, delivery_id)
);
call protect('delivery');
create index delivery_by_time on delivery (tenant_id, created_at, delivery_id);
create index delivery_by_alert on delivery (tenant_id, alert_id);
create index delivery_by_channel on delivery (tenant_id, channel_id);

create table delivery_attempt (
  tenant_id own_tenant,
  attempt_id bigint generated always as identity,
  delivery_id uuid not null,
  at timestamptz not null,
  took_millis bigint not null,
  outcome text not null,
  detail text not null,
  primary key (tenant_id, attempt_id),
  foreign key (tenant_id, delivery_id) references delivery
);
call protect('delivery_attempt');
create index delivery_attempt_by_delivery on delivery_attempt (tenant_id, delivery_id, attempt_id);
