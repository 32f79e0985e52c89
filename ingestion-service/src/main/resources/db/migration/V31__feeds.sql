-- A service that makes a tenant's projections anew is fed the tenant's archive; how far that is.
create table feed (
  tenant_id text not null,
  service text not null,
  generation int not null, -- of the service, sent along so that it knows what counts
  part text not null default 'facts' check (part in ('facts', 'usage', 'done')),
  after text, -- the last row of the part that was fed
  fed bigint not null default 0,
  primary key (tenant_id, service)
);
call protect('feed');
