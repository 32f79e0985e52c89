-- Which accounts were merged, into which, by whom, to be told again. What a merged account is by now stands in merged_subject.
create table account_merge (
  tenant_id text not null default current_setting('app.tenant', true),
  from_account text not null,
  into_account text not null,
  reason text,
  merged_by text not null,
  merged_at timestamptz not null, -- business time
  id uuid not null default uuidv7(),
  primary key (tenant_id, from_account)
);
call protect('account_merge');

alter table feed drop constraint feed_part_check;
alter table feed add constraint feed_part_check check (part in ('accounts', 'people', 'facts', 'usage', 'done'));
