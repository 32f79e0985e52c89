-- Overrides are facts that no archive can tell again.
create or replace procedure forget_pictures()
language plpgsql security definer set search_path from current as $$
declare
  mine text := nullif(current_setting('app.tenant', true), '');
begin
  delete from use_of_product where tenant_id = mine;
  delete from fact where tenant_id = mine and kind <> 'override';
  delete from person_seen where tenant_id = mine;
  delete from same_person where tenant_id = mine;
  update account set recorded_at = null where tenant_id = mine; -- any version of the archive replaces what stands here
end
$$;
