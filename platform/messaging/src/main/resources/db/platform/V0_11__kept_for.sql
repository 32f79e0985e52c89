-- How long a tenant keeps things, as ingestion announced it. Without a row nothing of the tenant goes by its age.
create table kept_for (
  tenant_id text primary key,
  days int not null check (days > 0)
);
call protect('kept_for');
