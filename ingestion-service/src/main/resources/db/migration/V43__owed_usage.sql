-- What one transaction owes the broker of usage that it archived: in one row, or a few where it is much. Deleted once published.
-- Rows of archived_usage are published by themselves only where the version before wrote them.
create table owed_usage (
  tenant_id text not null default current_setting('app.tenant', true),
  id bigint generated always as identity,
  messages text not null, -- JSON: an array of messages, each an array of what the archive holds of it
  records int not null, -- how many
  traceparent text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
alter table owed_usage alter messages set storage external; -- read once and gone: not worth compressing
create unique index owed_usage_order on owed_usage (id, tenant_id); -- the relay reads in this order
call protect('owed_usage');
call allow_background('owed_usage');
