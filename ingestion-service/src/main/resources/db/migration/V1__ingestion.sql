-- The tenant of a row is the tenant of its transaction; a row without one is refused by row-level security.

create table tenant (
  tenant_id text primary key default current_setting('app.tenant', true),
  name text not null,
  time_zone text not null,
  currency text not null,
  week_start text not null,
  fiscal_year_start int not null,
  holidays date[] not null,
  retention_days int not null,
  created_at timestamptz not null default now()
);
call protect('tenant');

create table source (
  tenant_id text not null default current_setting('app.tenant', true),
  source_id uuid not null,
  kind text not null,
  name text not null,
  key_hash bytea not null, -- SHA-256 of the write key
  signing_secret bytea, -- sealed with AES-GCM
  created_at timestamptz not null default now(),
  rotated_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, source_id)
);
create index source_key on source (key_hash); -- a request is known by its key before its tenant is
create index source_id on source (source_id); -- a webhook by its address
call protect('source');
call allow_background('source');

create table planned_event (
  tenant_id text not null default current_setting('app.tenant', true),
  event text not null,
  planned boolean not null,
  core_feature boolean not null,
  module text,
  primary key (tenant_id, event)
);
call protect('planned_event');

-- Events that came in, planned or not: the first and last time and how often.
create table seen_event (
  tenant_id text not null default current_setting('app.tenant', true),
  event text not null,
  uses bigint not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, event)
);
call protect('seen_event');

create table account (
  tenant_id text not null default current_setting('app.tenant', true),
  account_id text not null,
  attributes text not null default '{}', -- JSON: name -> {v, at}
  primary key (tenant_id, account_id)
);
call protect('account');

create table external_id (
  tenant_id text not null default current_setting('app.tenant', true),
  reference text not null, -- system=id
  account_id text not null,
  primary key (tenant_id, reference)
);
call protect('external_id');

create table contact ( -- personal data
  tenant_id text not null default current_setting('app.tenant', true),
  contact_id text not null,
  account_id text not null default '',
  attributes text not null default '{}', -- JSON: name -> {v, at}; name, e-mail and title are personal
  primary key (tenant_id, contact_id)
);
create index contact_account on contact (tenant_id, account_id, contact_id);
call protect('contact');

create table person (
  tenant_id text not null default current_setting('app.tenant', true),
  user_id text not null,
  account_id text not null,
  stated_at timestamptz not null,
  primary key (tenant_id, user_id)
);
call protect('person');

create table visitor (
  tenant_id text not null default current_setting('app.tenant', true),
  anonymous_id text not null,
  user_id text not null,
  primary key (tenant_id, anonymous_id)
);
call protect('visitor');

create table subscription (
  tenant_id text not null default current_setting('app.tenant', true),
  subscription_id text not null,
  account_id text not null,
  primary key (tenant_id, subscription_id)
);
call protect('subscription');

-- Payloads by their sender's message id, so that the same one has no second effect.
create table received_payload (
  tenant_id text not null default current_setting('app.tenant', true),
  source_id uuid not null,
  message_id text not null,
  received_at timestamptz not null default now(),
  primary key (tenant_id, source_id, message_id)
);
call protect('received_payload');

create table archived_usage (
  tenant_id text not null default current_setting('app.tenant', true),
  entry_key text not null, -- the event id: usage never changes
  id uuid not null default uuidv7(),
  kind text not null,
  account_id text not null,
  person text, -- user, or anonymous visitor
  event text not null,
  happened_at timestamptz not null,
  body text not null, -- the message without account, use and knowledge
  received_at timestamptz not null,
  recorded_at timestamptz,
  assumed boolean not null,
  load text,
  source text not null,
  traceparent text,
  published boolean not null default false,
  primary key (tenant_id, entry_key)
);
create index archived_usage_owed on archived_usage (id) where not published;
call protect('archived_usage');
call allow_background('archived_usage');

create table archived_fact (
  tenant_id text not null default current_setting('app.tenant', true),
  id uuid not null default uuidv7(),
  kind text not null,
  entry_key text not null,
  account_id text not null, -- empty for what concerns the tenant, like rates
  happened_at timestamptz not null,
  body text not null,
  received_at timestamptz not null,
  recorded_at timestamptz,
  assumed boolean not null,
  load text,
  source text not null,
  traceparent text,
  published boolean not null default false,
  primary key (tenant_id, id)
);
create index archived_fact_owed on archived_fact (id) where not published;
call protect('archived_fact');
call allow_background('archived_fact');

-- What each key holds now: the same content again is a repetition, other content a correction.
create table current_content (
  tenant_id text not null default current_setting('app.tenant', true),
  kind text not null,
  entry_key text not null,
  content uuid not null, -- digest
  primary key (tenant_id, kind, entry_key)
);
call protect('current_content');

create table held_entry (
  tenant_id text not null default current_setting('app.tenant', true),
  id uuid not null default uuidv7(),
  kind text not null,
  entry_key text not null,
  reason text not null,
  awaits text, -- scheme:value of the account it belongs to
  or_awaits text,
  person text, -- scheme:value
  event text,
  happened_at timestamptz not null,
  body text not null,
  received_at timestamptz not null,
  recorded_at timestamptz,
  assumed boolean not null,
  load text,
  line int not null,
  source text not null,
  held_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, kind, entry_key)
);
create index held_entry_awaits on held_entry (tenant_id, awaits);
create index held_entry_or_awaits on held_entry (tenant_id, or_awaits);
create index held_entry_load on held_entry (tenant_id, load, line);
call protect('held_entry');

create table stripe_event (
  tenant_id text not null default current_setting('app.tenant', true),
  source_id uuid not null,
  event_id text not null,
  type text not null,
  object_id text not null,
  created_at timestamptz not null,
  handled boolean not null,
  body text not null,
  primary key (tenant_id, source_id, event_id)
);
create index stripe_event_object on stripe_event (tenant_id, source_id, object_id);
call protect('stripe_event');

create table import (
  tenant_id text not null default current_setting('app.tenant', true),
  import_id uuid not null,
  kind text not null,
  knowledge text not null,
  mapping text not null,
  format text not null,
  state text not null,
  failure text,
  warnings text[] not null default '{}',
  bytes bigint not null default 0,
  header text, -- JSON array, once read
  position bigint not null default 0, -- of the first byte not yet read
  line int not null default 1, -- at that byte
  lines_read bigint not null default 0,
  accepted bigint not null default 0,
  rejected bigint not null default 0,
  duplicate bigint not null default 0,
  waiting bigint not null default 0,
  created_by text not null,
  received_at timestamptz not null, -- business time
  finished_at timestamptz,
  primary key (tenant_id, import_id)
);
call protect('import');
call allow_background('import'); -- which ones to go on with after a restart

create table import_chunk (
  tenant_id text not null default current_setting('app.tenant', true),
  import_id uuid not null,
  number int not null,
  bytes bytea not null,
  primary key (tenant_id, import_id, number)
);
alter table import_chunk alter bytes set storage external; -- already compact enough to be read often
call protect('import_chunk');

create table import_fault (
  tenant_id text not null default current_setting('app.tenant', true),
  import_id uuid not null,
  line int not null,
  number int not null,
  column_name text,
  code text not null,
  message text not null,
  primary key (tenant_id, import_id, line, number)
);
call protect('import_fault');
