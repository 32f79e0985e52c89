-- Which of these message ids of a source are known: as its payloads, or as keys of the usage they became.
-- Always by primary key: a plan that was made while the tables were small is kept while they grow.
create function received_before(of_source uuid, ids text[]) returns text[] stable language sql
set enable_seqscan = off
as $$
  select array(
    select message_id from received_payload where source_id = of_source and message_id = any(ids)
    union all
    select substr(entry_key, length(of_source::text) + 2) from archived_usage
     where entry_key = any(array(select of_source || ':' || one from unnest(ids) one)))
$$;
