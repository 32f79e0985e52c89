create table note (
  tenant_id text not null,
  id bigint generated always as identity,
  text text not null,
  primary key (tenant_id, id)
);
create index note_text on note (tenant_id, text); -- refuses a text too long for an index row
call protect('note');
