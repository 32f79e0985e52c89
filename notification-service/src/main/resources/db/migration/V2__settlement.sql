-- What is over for a play, one thing of an account at a time: older news of it warns of nothing.
create table settlement (
  tenant_id own_tenant,
  account_id text not null,
  play_key text not null,
  thing text not null,
  settled_until timestamptz not null,
  primary key (tenant_id, account_id, play_key, thing)
);
call protect('settlement');
