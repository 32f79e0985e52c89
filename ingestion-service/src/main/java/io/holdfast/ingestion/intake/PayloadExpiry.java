package io.holdfast.ingestion.intake;

import io.holdfast.messaging.retention.Expiring;
import io.holdfast.messaging.retention.ExpiringRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What goes of the ids by which repetitions are known. */
@Configuration(proxyBeanMethods = false)
class PayloadExpiry {

  @Bean
  Expiring expiringPayloads(DatabaseClient database) {
    return ExpiringRows.real(
        "ids of payloads",
        database,
        """
        with old as materialized (
          select tenant_id, source_id, message_id from received_payload
           where received_at < $1 limit $2 for update skip locked),
        gone as (
          delete from received_payload p using old
           where p.tenant_id = old.tenant_id and p.source_id = old.source_id and p.message_id = old.message_id
          returning 1)
        select count(*) from gone
        """); // received_payload_age
  }
}
