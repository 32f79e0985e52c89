-- What the tenant has decided about who may do what. Ingestion decides roles and notification people; every service
-- keeps its own copy, fed by holdfast.tenants, and looks at it for each request.
create table access_role (
  tenant_id text not null,
  role text not null,
  scopes text[] not null,
  version bigint not null, -- counted by the service that decides; a copy never goes back
  primary key (tenant_id, role)
);
call protect('access_role');

create table access_person (
  tenant_id text not null,
  person_key text not null, -- digest of the address: addresses of people stay in notification
  active boolean not null,
  roles text[], -- null: as the token says
  version bigint not null,
  primary key (tenant_id, person_key)
);
call protect('access_person');
