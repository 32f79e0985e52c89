-- Facts are only ever added to, except that a rebuild begins with empty pictures of one tenant, which the archive
-- then fills again. The serving role cannot delete a single fact.
create procedure forget_pictures()
language plpgsql security definer set search_path from current as $$
declare
  mine text := nullif(current_setting('app.tenant', true), '');
begin
  delete from use_of_product where tenant_id = mine;
  delete from fact where tenant_id = mine;
  update account set recorded_at = null where tenant_id = mine; -- any version of the archive replaces what stands here
end
$$;
revoke execute on procedure forget_pictures() from public;
grant execute on procedure forget_pictures() to ${app};
