package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.messaging.retention.Expiring;
import io.holdfast.messaging.retention.ExpiringRows;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What goes of the archive and the quarantine. */
@Configuration(proxyBeanMethods = false)
class ArchiveExpiry {
  private static final String HAPPENED =
      Arrays.stream(Kind.values())
          .filter(Kind::happened)
          .map(kind -> "'" + kind.plural() + "'")
          .collect(Collectors.joining(", "));

  @Bean
  Expiring expiringUsage(DatabaseClient database) {
    return ExpiringRows.business(
        "usage events",
        database,
        """
        with old as materialized (
          select tenant_id, entry_key from archived_usage
           where received_at < $1 and published limit $2 for update skip locked),
        gone as (
          delete from archived_usage u using old where u.tenant_id = old.tenant_id and u.entry_key = old.entry_key
          returning 1)
        select count(*) from gone
        """); // archived_usage_age
  }

  /** What happened goes with its age; what is said of somebody once something else is said. */
  @Bean
  Expiring expiringFacts(DatabaseClient database) {
    return ExpiringRows.business(
        "facts",
        database,
        """
        with old as materialized (
          select f.tenant_id, f.id from archived_fact f
           where f.received_at < $1 and f.published
             and (f.kind in (%s) or exists (
               select from archived_fact later
                where later.kind = f.kind and later.entry_key = f.entry_key and later.id > f.id))
           limit $2 for update skip locked),
        gone as (
          delete from archived_fact f using old where f.tenant_id = old.tenant_id and f.id = old.id
          returning 1)
        select count(*) from gone
        """
            .formatted(HAPPENED)); // archived_fact_age, archived_fact_key
  }

  /** Those that expired stay counted, and lines of an import count as rejected. */
  @Bean
  Expiring expiringHeld(DatabaseClient database) {
    return ExpiringRows.real(
        "entries of the quarantine",
        database,
        """
        with old as materialized (
          select tenant_id, id from held_entry where held_at < $1 order by id limit $2 for update skip locked),
        gone as (
          delete from held_entry h using old where h.tenant_id = old.tenant_id and h.id = old.id
          returning h.reason, h.load),
        tallied as (
          insert into held_tally as t (day, reason, outcome, entries)
          select (now() at time zone 'UTC')::date, reason, 'expired', count(*) from gone group by reason
          on conflict (tenant_id, day, reason, outcome) do update set entries = t.entries + excluded.entries),
        lines as (
          update import i set rejected = i.rejected + g.lines
            from (select load, count(*) as lines from gone where load is not null group by load) g
           where i.import_id = g.load::uuid)
        select count(*) from gone
        """); // held_entry_pkey: ids begin with the time
  }
}
