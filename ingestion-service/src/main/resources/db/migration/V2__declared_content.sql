-- What was said under a record time of its own. One file may hold several states of a key (a contract as signed, then as
-- ended), so each is compared with all that was said of the key, not only with the last.
create table declared_content (
  tenant_id text not null default current_setting('app.tenant', true),
  kind text not null,
  entry_key text not null,
  content uuid not null, -- digest, record time included
  primary key (tenant_id, kind, entry_key, content)
);
call protect('declared_content');
