-- The last events of each source: a ring of 200 rows, written over in place.
create table recent_event (
  tenant_id text not null default current_setting('app.tenant', true),
  source text not null,
  slot int not null,
  id uuid not null default uuidv7(), -- in order of coming
  received_at timestamptz not null,
  type text not null,
  message_id text,
  event text,
  account_id text,
  verdict text not null,
  reason text,
  body text, -- as it came; may hold personal data
  primary key (tenant_id, source, slot)
) with (fillfactor = 50);
call protect('recent_event');
