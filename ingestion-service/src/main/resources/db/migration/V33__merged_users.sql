-- What the others were told of names that are one person's, to be told again. Table visitor holds who leads where now.
create table user_merge (
  tenant_id text not null default current_setting('app.tenant', true),
  id uuid not null default uuidv7(),
  previous_id text not null,
  user_id text not null,
  stated_at timestamptz not null,
  received_at timestamptz not null,
  primary key (tenant_id, id)
);
create index user_merge_previous on user_merge (tenant_id, previous_id);
create index user_merge_age on user_merge (tenant_id, received_at);
call protect('user_merge');

alter table feed drop constraint feed_part_check;
alter table feed add constraint feed_part_check check (part in ('people', 'facts', 'usage', 'done'));

-- The name of the visitor under which use came, where person is the user she was known to be.
alter table archived_usage add column visitor text;

-- The version before told nobody. Its visitors are known from now on.
insert into user_merge (tenant_id, previous_id, user_id, stated_at, received_at)
select tenant_id, anonymous_id, user_id, greatest(stated_at, 'epoch'), now() from visitor;

update visitor set stated_at = 'epoch' where stated_at < 'epoch';

insert into outbox (tenant_id, topic, record_key, headers, body)
select tenant_id, 'holdfast.facts', tenant_id,
       json_build_object(
         'ce_specversion', '1.0', 'ce_id', id::text, 'ce_source', '/ingestion', 'ce_type', 'ingestion.user-merged.v1',
         'ce_time', to_char(stated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'ce_tenant', tenant_id,
         'content-type', 'application/json')::text,
       json_build_object(
         'previousId', previous_id, 'userId', user_id,
         'statedAt', to_char(stated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
         'receivedAt', to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
  from user_merge;
