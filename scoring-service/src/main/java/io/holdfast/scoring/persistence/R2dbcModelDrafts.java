package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.publishing.ModelDraft;
import io.holdfast.scoring.publishing.ModelDrafts;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcModelDrafts implements ModelDrafts {

  private static final String DRAFTS =
      "select draft_id, body, changed_at, changed_by from scoring_model_draft where tenant_id = $1";

  private final DatabaseClient database;

  R2dbcModelDrafts(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> keep(TenantId tenant, ModelDraft draft) {
    return database
        .sql(
            """
            insert into scoring_model_draft (tenant_id, draft_id, body, changed_at, changed_by)
            values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, draft_id) do update
               set body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .bind(0, tenant.value())
        .bind(1, draft.id())
        .bind(2, draft.document())
        .bind(3, draft.changedAt())
        .bind(4, draft.changedBy())
        .then();
  }

  @Override
  public Mono<ModelDraft> find(TenantId tenant, UUID id) {
    return database
        .sql(DRAFTS + " and draft_id = $2")
        .bind(0, tenant.value())
        .bind(1, id)
        .map(row -> draft(row))
        .one();
  }

  @Override
  public Flux<ModelDraft> all(TenantId tenant) {
    return database
        .sql(DRAFTS + " order by changed_at desc, draft_id")
        .bind(0, tenant.value())
        .map(row -> draft(row))
        .all();
  }

  @Override
  public Mono<Void> discard(TenantId tenant, UUID id) {
    return database
        .sql("delete from scoring_model_draft where tenant_id = $1 and draft_id = $2")
        .bind(0, tenant.value())
        .bind(1, id)
        .then();
  }

  private static ModelDraft draft(Readable row) {
    return new ModelDraft(
        get(row, "draft_id", UUID.class),
        get(row, "body", String.class),
        get(row, "changed_at", Instant.class),
        get(row, "changed_by", String.class));
  }
}
