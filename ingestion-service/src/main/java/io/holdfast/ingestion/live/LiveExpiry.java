package io.holdfast.ingestion.live;

import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
import io.holdfast.messaging.retention.Expiring;
import io.holdfast.messaging.retention.ExpiringRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What goes of the last events: with their age, and with the people they are about. */
@Configuration(proxyBeanMethods = false)
class LiveExpiry {
  private static final String ABOUT =
      PersonRows.holds("coalesce(body, '')") + " and ($1::text[], $3::text) is not null";

  @Bean
  Expiring expiringRecent(DatabaseClient database) {
    return ExpiringRows.business(
        "recent events",
        database,
        """
        with old as materialized (
          select tenant_id, source, slot from recent_event where received_at < $1 limit $2 for update skip locked),
        gone as (
          delete from recent_event r using old
           where r.tenant_id = old.tenant_id and r.source = old.source and r.slot = old.slot
          returning 1)
        select count(*) from gone
        """); // a ring is short
  }

  @Bean
  PersonalData recentOfPerson(DatabaseClient database) {
    return new PersonRows(
        "recent events",
        database,
        "select body from recent_event where " + ABOUT + " order by id limit $4",
        "delete from recent_event where " + ABOUT);
  }
}
