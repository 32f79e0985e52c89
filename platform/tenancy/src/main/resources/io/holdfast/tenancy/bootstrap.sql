-- What a database administrator runs once per service, as a superuser, in the database holdfast.
-- The owner runs migrations only; the serving role and the background role own nothing.
create role ${service}_owner login password '${owner_password}' nosuperuser nobypassrls nocreatedb nocreaterole;
create role ${service}_app login password '${app_password}' nosuperuser nobypassrls nocreatedb nocreaterole;
create role ${service}_background login password '${background_password}' nosuperuser nobypassrls nocreatedb nocreaterole;
create schema ${service} authorization ${service}_owner;
grant usage on schema ${service} to ${service}_app, ${service}_background;
alter role ${service}_owner set search_path = ${service};
alter role ${service}_app set search_path = ${service};
alter role ${service}_background set search_path = ${service};
