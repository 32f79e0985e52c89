-- Answers that were given to requests with an Idempotency-Key, written with the change they tell of.
create table idempotency (
  tenant_id text not null,
  request_id bytea not null, -- SHA-256 of subject, route and key
  answer bytea not null, -- the request's path, query and digest, and its answer; sealed
  expires_at timestamptz not null,
  primary key (tenant_id, request_id)
);
create index idempotency_expiry on idempotency (expires_at);
call protect('idempotency');
call allow_background('idempotency');
