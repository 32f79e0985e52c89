package io.holdfast.ingestion.imports;

import io.holdfast.messaging.retention.Expiring;
import io.holdfast.messaging.retention.ExpiringRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What goes of imports: bodies and faults. Their figures stay. */
@Configuration(proxyBeanMethods = false)
class ImportExpiry {
  /** Pieces of 256 KB. */
  private static final int PIECES = 100;

  @Bean
  Expiring expiringBodies(DatabaseClient database) {
    return ExpiringRows.business(
            "pieces of imports",
            database,
            """
            with old as materialized (
              select c.tenant_id, c.import_id, c.number from import_chunk c join import i using (tenant_id, import_id)
               where i.received_at < $1 and i.state in ('completed', 'failed')
               limit $2 for update of c skip locked),
            gone as (
              delete from import_chunk c using old
               where c.tenant_id = old.tenant_id and c.import_id = old.import_id and c.number = old.number
              returning 1)
            select count(*) from gone
            """) // import_chunk_pkey; a tenant has few imports
        .atMost(PIECES);
  }

  @Bean
  Expiring expiringFaults(DatabaseClient database) {
    return ExpiringRows.business(
        "faults of imports",
        database,
        """
        with old as materialized (
          select f.tenant_id, f.import_id, f.line, f.number from import_fault f
            join import i using (tenant_id, import_id)
           where i.received_at < $1 and i.state in ('completed', 'failed')
           limit $2 for update of f skip locked),
        gone as (
          delete from import_fault f using old
           where f.tenant_id = old.tenant_id and f.import_id = old.import_id and f.line = old.line
             and f.number = old.number
          returning 1)
        select count(*) from gone
        """); // import_fault_pkey; a tenant has few imports
  }
}
