-- Sessions of browsers. No tenant column: a session begins before anybody is known, and is found by
-- its cookie or by its own person only. What it holds is sealed; its cookie and its person are
-- kept as digests.
create table session (
  id uuid primary key,
  secret_digest bytea not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_seconds integer not null,
  expires_at timestamptz not null,
  person_digest bytea,
  provider_session text,
  browser text
);
create index session_expires_at on session (expires_at);
create index session_person on session (person_digest) where person_digest is not null;
create index session_provider_session on session (provider_session) where provider_session is not null;

create table session_attribute (
  session uuid not null references session on delete cascade,
  name text not null,
  sealed bytea not null,
  primary key (session, name)
);

-- Apart from the attributes: renewed under a lease by one gateway for all.
create table session_token (
  session uuid primary key references session on delete cascade,
  sealed bytea not null,
  version bigint not null default 1,
  leased_until timestamptz
);

grant select, insert, update, delete on session, session_attribute, session_token to ${app};
