-- What the tenant wants of a customer. Published versions are immutable; the newest is in force.
create table fit_profile (
  tenant_id text not null,
  version int not null,
  body text not null, -- JSON, as published
  published_at timestamptz not null,
  published_by text not null,
  reason text not null,
  primary key (tenant_id, version)
);
call protect('fit_profile');
revoke update, delete on fit_profile from ${app};

-- How each account fits the profile in force, as lists show it. No row: nothing but use was told of it, or no profile.
create table account_fit (
  tenant_id text not null,
  account_id text not null,
  version int not null,
  verdict text not null, -- good, fair, bad, unknown
  score numeric, -- null: nothing known
  coverage numeric not null,
  primary key (tenant_id, account_id)
);
call protect('account_fit');

-- As before; of an account that turned out to be another no fit is left either.
create or replace procedure move_account(gone text, kept text)
language plpgsql security definer set search_path from current as $$
declare
  mine text := nullif(current_setting('app.tenant', true), '');
begin
  insert into account (tenant_id, account_id) values (mine, kept) on conflict do nothing;
  perform from account where tenant_id = mine and account_id in (gone, kept) order by account_id for update;
  -- What was told again after the archive had let go of it may have been told of both.
  delete from use_of_product u
   where u.tenant_id = mine and u.account_id = gone
     and exists (
       select from use_of_product k
        where k.tenant_id = mine and k.account_id = kept and k.happened_at = u.happened_at and k.event_id = u.event_id);
  update use_of_product set account_id = kept where tenant_id = mine and account_id = gone;
  insert into person_seen (tenant_id, account_id, person)
  select mine, kept, person from person_seen where tenant_id = mine and account_id = gone order by person
  on conflict do nothing;
  delete from person_seen where tenant_id = mine and account_id = gone;
  -- When the first arrived is said of the second anew, if nothing was said of that.
  delete from fact f
   where f.tenant_id = mine and f.account_id = gone
     and (f.kind = 'arrival'
       or exists (
         select from fact k
          where k.tenant_id = mine and k.account_id = kept and k.kind = f.kind and k.fact_key = f.fact_key
            and k.version = f.version));
  update fact set account_id = kept, told_of = coalesce(told_of, gone) where tenant_id = mine and account_id = gone;
  update account set parent_account_id = nullif(kept, account_id) where tenant_id = mine and parent_account_id = gone;
  -- Who waits for history of either waits for that of both.
  insert into deferral as d (tenant_id, account_id, first_at, last_at, cause)
  select mine, kept, first_at, last_at, cause from deferral where tenant_id = mine and account_id = gone
  on conflict (tenant_id, account_id) do update
     set first_at = greatest(d.first_at, excluded.first_at), last_at = greatest(d.last_at, excluded.last_at),
         cause = case when excluded.cause = 'load' then excluded.cause else d.cause end;
  delete from deferral where tenant_id = mine and account_id = gone;
  delete from standing where tenant_id = mine and account_id = gone;
  delete from account_journey where tenant_id = mine and account_id = gone;
  delete from account_fit where tenant_id = mine and account_id = gone;
  delete from account where tenant_id = mine and account_id = gone;
end
$$;
