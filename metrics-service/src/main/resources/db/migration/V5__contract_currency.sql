-- The currencies contracts are in: of the rates a tenant has, only these are read.
create table contract_currency (
  tenant_id text not null,
  currency text not null,
  primary key (tenant_id, currency)
);
call protect('contract_currency');
insert into contract_currency (tenant_id, currency) select distinct tenant_id, currency from contract_phase;
