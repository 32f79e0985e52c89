-- Messages that a committed transaction owes the broker. The relay removes a row after the broker's acknowledgement.
create table outbox (
  tenant_id text not null,
  id bigint generated always as identity,
  topic text not null,
  record_key text not null,
  headers text not null, -- JSON object of strings
  body text not null, -- JSON
  primary key (tenant_id, id)
);
create unique index outbox_order on outbox (id, tenant_id); -- the relay reads in this order
call protect('outbox');
call allow_background('outbox');

-- What has been done: a message id stands here if and only if its effect is committed.
-- A service that rebuilds its projections does so under a new generation.
create table inbox (
  tenant_id text not null,
  consumer text not null,
  generation int not null default 1,
  message_id text not null,
  received_at timestamptz not null default now(),
  primary key (tenant_id, consumer, generation, message_id)
);
create index inbox_age on inbox using brin (received_at); -- retention
call protect('inbox');
call allow_background('inbox');

create table timer (
  tenant_id text not null,
  kind text not null,
  timer_key text not null,
  due_at timestamptz not null, -- business time
  payload text not null,
  traceparent text,
  version uuid not null default gen_random_uuid(), -- changes with every setting, so that a later setting survives a firing
  attempt int not null default 0,
  claimed_until timestamptz, -- real time
  primary key (tenant_id, kind, timer_key)
);
create index timer_due on timer (due_at);
call protect('timer');
call allow_background('timer');

-- Messages that could not be done after all tries, kept to be found, mended and replayed.
-- Those whose headers do not even name a tenant stand under 'unattributed'.
create table dead_letter (
  tenant_id text not null,
  id uuid not null default uuidv7(),
  consumer text not null,
  topic text not null,
  record_partition int not null,
  record_offset bigint not null,
  record_key text,
  headers text not null,
  body bytea not null,
  error text not null,
  failed_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, consumer, topic, record_partition, record_offset)
);
call protect('dead_letter');
call allow_background('dead_letter');

-- No tenant: which instance does a job that only one may do. The epoch fences off a holder that was away too long.
create table lease (
  name text primary key,
  holder uuid not null,
  epoch bigint not null,
  expires_at timestamptz not null
);
grant select, insert, update, delete on lease to ${background};
