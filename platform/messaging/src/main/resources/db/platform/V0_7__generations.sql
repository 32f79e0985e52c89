-- Under which generation a tenant's messages count as seen, and how far the rebuilding of its projections is.
-- Whoever handles messages of a tenant shares the row until its transaction ends; a rebuild takes it for itself.
create table generation (
  tenant_id text primary key,
  generation int not null,
  rebuilding boolean not null default false,
  fed bigint, -- messages that were fed; null while not all are
  handled bigint not null default 0, -- of these
  asked_at timestamptz,
  asked_by text,
  finished_at timestamptz
);
call protect('generation');
call allow_background('generation');
