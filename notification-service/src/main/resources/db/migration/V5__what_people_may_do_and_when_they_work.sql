-- When somebody works and who stands by, and what the tenant lets somebody do.
alter table person
  add column working_hours text[] not null default '{}', -- such as MONDAY 09:00 17:30
  add column absent_from date,
  add column absent_to date,
  add column deputy text, -- address of another person
  add column manager text,
  add column active boolean not null default true,
  add column access_roles text[], -- null: as the person's tokens say
  add check ((absent_from is null) = (absent_to is null));
