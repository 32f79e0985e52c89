-- Days on which most accounts of the tenant were silent together, and how long they hold worse bands. Kept for good: a
-- past band is folded with them.
create table fleet_gap (
  tenant_id text not null,
  held_from timestamptz not null,
  held_until timestamptz not null,
  days text not null, -- JSON array of dates
  expected int not null,
  silent int not null,
  state text not null, -- untold, noticed, over, filled
  primary key (tenant_id, held_from)
);
call protect('fleet_gap');

-- How far the tenant's use was looked at for gaps. The row is the lock under which it is.
create table fleet_watch (
  tenant_id text primary key,
  watched_through date not null,
  watched_at timestamptz not null
);
call protect('fleet_watch');
