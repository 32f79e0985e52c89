create table note (
  tenant_id text not null,
  id bigint generated always as identity,
  text text not null,
  primary key (tenant_id, id)
);
call protect('note');
