-- When an account's books change next without anybody telling. One timer a tenant, due with the
-- first of them, keeps a load of history from setting one an account.
create table agenda (
  tenant_id text not null,
  account_id text not null,
  due_at timestamptz not null,
  primary key (tenant_id, account_id)
);
create index agenda_due on agenda (tenant_id, due_at);
call protect('agenda');
