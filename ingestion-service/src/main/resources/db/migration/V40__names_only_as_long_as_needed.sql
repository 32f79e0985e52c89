-- Whom a request about a person is about: sealed, and emptied once it is done. The columns it replaces still hold what
-- was asked for before.
alter table privacy_request add column named bytea;

-- Nobody may rewrite the audit log. An id of a person who was erased gives way to what stands for the person, and only
-- if its digest stands among the erased, where it stays: whoever took over the service could hide which object an
-- entry is about, and nothing else, and would be seen to have done so.
revoke update, delete on erased_name from ${app};

create function forget_in_audit(names text[])
returns bigint
language plpgsql security definer set search_path from current as $$
declare
  mine text := nullif(current_setting('app.tenant', true), '');
  forgotten bigint;
begin
  update audit_entry a set object_id = e.opaque
    from erased_name e, unnest(names) as name
   where a.tenant_id = mine and e.tenant_id = mine
     and (a.object_id = name or position('@' in name) > 0 and lower(a.object_id) = name)
     and e.opaque ~ '^erased-[0-9a-f-]{36}$'
     and e.digest = sha256(convert_to(E'erased person\n' || name, 'UTF8'));
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;
revoke execute on function forget_in_audit(text[]) from public;
grant execute on function forget_in_audit(text[]) to ${app};
