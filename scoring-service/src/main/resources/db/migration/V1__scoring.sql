-- Scoring's own copy of what a tenant set.
create table tenant_settings (
  tenant_id text primary key,
  name text,
  time_zone text not null default 'UTC',
  currency text,
  holidays text not null default '[]', -- JSON array of dates
  core_features text not null default '[]' -- JSON array of event names
);
call protect('tenant_settings');

-- Published versions are immutable: the serving role may add, never change.
create table scoring_model (
  tenant_id text not null,
  key text not null,
  version int not null,
  body text not null, -- JSON, as published
  published_at timestamptz not null,
  published_by text not null,
  reason text not null,
  primary key (tenant_id, key, version)
);
call protect('scoring_model');
revoke update, delete on scoring_model from ${app};

-- Copy of the account's master data and of its revenue. The row is the lock under which it is judged.
create table account (
  tenant_id text not null,
  account_id text not null,
  name text,
  industry text,
  country text,
  employees bigint,
  owner_email text, -- personal data: a colleague's work address
  parent_account_id text,
  created_at timestamptz,
  external_ids text not null default '{}', -- JSON object
  traits text not null default '{}', -- JSON object
  recorded_at timestamptz, -- of the version copied; an older one does not replace it
  mrr numeric,
  arr numeric,
  currency text,
  renews_on date,
  revenue_at timestamptz,
  primary key (tenant_id, account_id)
);
call protect('account');

-- The account picture, first part: use of the product, one row per event accepted.
create table use_of_product (
  tenant_id text not null,
  account_id text not null,
  happened_at timestamptz not null,
  event_id text not null,
  known_at timestamptz not null,
  assumed boolean not null,
  person text, -- the tenant's own id of a person, no name
  event text not null,
  count int not null,
  primary key (tenant_id, account_id, happened_at, event_id)
);
call protect('use_of_product');

-- The account picture, second part: every version of every business fact. Only ever added to.
create table fact (
  tenant_id text not null,
  account_id text not null,
  kind text not null,
  fact_key text not null,
  version text not null, -- the message that brought it
  recorded_at timestamptz, -- null: each piece known when it happened
  received_at timestamptz not null,
  assumed boolean not null,
  body text not null, -- JSON of the fact
  primary key (tenant_id, account_id, kind, fact_key, version)
);
call protect('fact');
revoke update, delete on fact from ${app};

-- How each account was last judged, as lists show it.
create table standing (
  tenant_id text not null,
  account_id text not null,
  judged_at timestamptz not null,
  score numeric,
  band text not null,
  band_since timestamptz not null,
  worse_since timestamptz,
  coverage numeric not null,
  model text not null,
  probability numeric not null,
  change_30d numeric,
  sparkline text not null, -- JSON array of scores, oldest first
  band_week_ago text not null,
  top_signal text,
  top_sentence text,
  churned_on date,
  primary key (tenant_id, account_id)
);
call protect('standing');

-- What was decided with what was known. Late facts never change it.
create table band_transition (
  tenant_id text not null,
  account_id text not null,
  at timestamptz not null,
  id uuid not null default uuidv7(),
  from_band text, -- null: first band ever
  to_band text not null,
  score numeric,
  model text not null,
  cause text not null,
  sentence text, -- the worst reason
  primary key (tenant_id, account_id, at, id)
);
create index band_transition_at on band_transition (tenant_id, at); -- portfolio: what moved
call protect('band_transition');
revoke update, delete on band_transition from ${app};

-- Accounts whose history is still arriving; they are judged when it has been quiet for a moment.
create table deferral (
  tenant_id text not null,
  account_id text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  cause text not null,
  primary key (tenant_id, account_id)
);
call protect('deferral');

-- When anything last arrived of a load of history of the tenant.
create table load_activity (
  tenant_id text primary key,
  last_at timestamptz not null
);
call protect('load_activity');
