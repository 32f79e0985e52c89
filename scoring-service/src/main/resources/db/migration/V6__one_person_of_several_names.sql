-- Which names are one person's: every statement. Use keeps the name it came with; who that is is decided when it is read.
create table same_person (
  tenant_id text not null,
  previous_id text not null,
  user_id text not null,
  stated_at timestamptz not null,
  known_at timestamptz not null,
  primary key (tenant_id, previous_id, stated_at, user_id)
);
create index same_person_user on same_person (tenant_id, user_id);
call protect('same_person');

-- Under which names an account was used, so that the accounts of a name are found without an index on all use.
create table person_seen (
  tenant_id text not null,
  account_id text not null,
  person text not null,
  primary key (tenant_id, account_id, person)
);
create index person_seen_person on person_seen (tenant_id, person);
call protect('person_seen');

insert into person_seen (tenant_id, account_id, person)
select distinct tenant_id, account_id, person from use_of_product where person is not null;

create or replace procedure forget_pictures()
language plpgsql security definer set search_path from current as $$
declare
  mine text := nullif(current_setting('app.tenant', true), '');
begin
  delete from use_of_product where tenant_id = mine;
  delete from fact where tenant_id = mine;
  delete from person_seen where tenant_id = mine;
  delete from same_person where tenant_id = mine;
  update account set recorded_at = null where tenant_id = mine; -- any version of the archive replaces what stands here
end
$$;
