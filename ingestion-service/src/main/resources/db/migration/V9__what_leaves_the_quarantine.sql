-- Who has appeared, or begun to be waited for, since the quarantine was last looked through. No key but the id, so that
-- transactions that note the same never wait for each other and none takes the other's note for its own.
create table look_again (
  tenant_id text not null default current_setting('app.tenant', true),
  id uuid not null default uuidv7(),
  reference text not null, -- scheme:value
  primary key (tenant_id, id)
);
call protect('look_again');

-- What waits already may have been waited for by a run that the version before owed.
insert into look_again (tenant_id, reference)
select distinct tenant_id, reference
  from (select tenant_id, awaits as reference from held_entry union all select tenant_id, or_awaits from held_entry) held
 where reference is not null;

-- What left the quarantine without entering stays counted.
create table held_tally (
  tenant_id text not null default current_setting('app.tenant', true),
  day date not null,
  reason text not null,
  outcome text not null,
  entries bigint not null,
  primary key (tenant_id, day, reason, outcome)
);
call protect('held_tally');

create index held_entry_reason on held_entry (tenant_id, reason, id);
create index held_entry_source on held_entry (tenant_id, source, id);
create index person_account on person (tenant_id, account_id); -- whom an account that appears brings with it
create index visitor_user on visitor (tenant_id, user_id);
