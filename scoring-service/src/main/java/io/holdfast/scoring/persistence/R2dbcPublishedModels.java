package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.reporting.PublishedModels;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
final class R2dbcPublishedModels implements PublishedModels {

  private final DatabaseClient database;

  R2dbcPublishedModels(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<PublishedModel> all(TenantId tenant) {
    return database
        .sql(
            """
            select key || '-v' || version as id, body, published_at, published_by, reason
              from scoring_model where tenant_id = $1
             order by published_at desc, key, version desc
            """)
        .bind(0, tenant.value())
        .map(
            row ->
                new PublishedModel(
                    get(row, "id", String.class),
                    get(row, "body", String.class),
                    get(row, "published_at", Instant.class),
                    get(row, "published_by", String.class),
                    get(row, "reason", String.class)))
        .all();
  }
}
