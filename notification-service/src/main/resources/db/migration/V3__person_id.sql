-- Other services know a person by this id only.
alter table person add column person_id uuid not null default gen_random_uuid();
alter table person add unique (tenant_id, person_id);
