-- Who was erased, as nothing but a digest, so that what arrives again brings nobody back.
create table erased_name (
  tenant_id text not null default current_setting('app.tenant', true),
  digest bytea not null, -- SHA-256 of an id or an address
  opaque text not null, -- what stands for the person in what stays counted
  primary key (tenant_id, digest)
);
call protect('erased_name');

create table privacy_request (
  tenant_id text not null default current_setting('app.tenant', true),
  request_id uuid not null,
  kind text not null check (kind in ('export', 'erasure')),
  state text not null check (state in ('requested', 'running', 'completed')),
  person_id text, -- emptied once it is done
  person_email text, -- emptied once it is done
  opaque text not null,
  found text not null default '{}', -- JSON: place -> rows
  document text, -- of an export; emptied after a week
  created_by text not null,
  created_at timestamptz not null, -- business time
  finished_at timestamptz,
  primary key (tenant_id, request_id)
);
call protect('privacy_request');
