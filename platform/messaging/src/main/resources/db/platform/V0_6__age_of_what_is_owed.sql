-- How long the broker has been owed a row tells whether the relay keeps up.
alter table outbox add column created_at timestamptz not null default now();
