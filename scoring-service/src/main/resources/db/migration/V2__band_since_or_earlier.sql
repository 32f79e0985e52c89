-- The account was in its band when its bands were first looked at: it entered it at band_since or before.
alter table standing add column band_since_or_earlier boolean not null default false;
