package io.holdfast.ingestion.erasing;

import io.holdfast.messaging.retention.Expiring;
import io.holdfast.messaging.retention.ExpiringRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Documents of exports are there for a week. */
@Configuration(proxyBeanMethods = false)
class DocumentExpiry {

  @Bean
  Expiring expiringDocuments(DatabaseClient database) {
    return ExpiringRows.real(
        "documents of exports",
        database,
        """
        with old as materialized (
          select tenant_id, request_id from privacy_request
           where document is not null and finished_at < greatest($1, now() - interval '7 days')
           limit $2 for update skip locked),
        gone as (
          update privacy_request p set document = null from old
           where p.tenant_id = old.tenant_id and p.request_id = old.request_id
          returning 1)
        select count(*) from gone
        """); // there are few
  }
}
