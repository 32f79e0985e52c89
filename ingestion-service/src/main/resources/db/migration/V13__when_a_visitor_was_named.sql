-- The later statement wins, whatever the order of arrival: of visitors too.
alter table visitor add column stated_at timestamptz not null default '-infinity';
