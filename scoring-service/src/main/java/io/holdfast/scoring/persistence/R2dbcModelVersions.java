package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.publishing.ModelVersions;
import io.holdfast.tenancy.TenantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcModelVersions implements ModelVersions {

  private final DatabaseClient database;

  R2dbcModelVersions(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Integer> next(TenantId tenant, String key) {
    return database
        .sql("select pg_advisory_xact_lock(hashtextextended('scoring-model|' || $1, 0))")
        .bind(0, tenant.value())
        .then()
        .then(
            database
                .sql(
                    """
                    select coalesce(max(version), 0) + 1 as next from scoring_model
                     where tenant_id = $1 and key = $2
                    """)
                .bind(0, tenant.value())
                .bind(1, key)
                .map(row -> get(row, "next", Integer.class))
                .one());
  }

  @Override
  public Mono<Void> add(TenantId tenant, Publication publication) {
    return database
        .sql(
            """
            insert into scoring_model (tenant_id, key, version, body, published_at, published_by, reason)
            values ($1, $2, $3, $4, $5, $6, $7)
            """)
        .bind(0, tenant.value())
        .bind(1, publication.key())
        .bind(2, publication.version())
        .bind(3, publication.document())
        .bind(4, publication.at())
        .bind(5, publication.by())
        .bind(6, publication.reason())
        .then();
  }
}
