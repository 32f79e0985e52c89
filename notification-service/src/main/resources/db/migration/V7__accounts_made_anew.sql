-- What accounts are called and who looks after them, made anew from the archive beside the table in use, which it
-- takes the place of when all has been told.
create table account_anew (
  tenant_id own_tenant,
  account_id text not null,
  name text not null,
  owner_email text,
  told_again boolean not null, -- false: heard live, which no telling again changes
  primary key (tenant_id, account_id)
);
call protect('account_anew');
