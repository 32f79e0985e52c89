-- Accounts that are another one's now: what is still told of the first is the second's.
create table merged_subject (
  tenant_id text not null,
  subject text not null,
  into_subject text not null, -- itself merged into none
  primary key (tenant_id, subject)
);
create index merged_subject_into on merged_subject (tenant_id, into_subject);
call protect('merged_subject');

-- Read with the generation in each transaction of the inbox, so that a tenant none of whose accounts was ever merged pays nothing.
alter table generation add column merged boolean not null default false;
