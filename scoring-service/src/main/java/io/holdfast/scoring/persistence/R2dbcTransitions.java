package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.reporting.Transitions;
import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
final class R2dbcTransitions implements Transitions {

  private final DatabaseClient database;

  R2dbcTransitions(DatabaseClient database) {
    this.database = database;
  }

  /** Uses the primary key. */
  @Override
  public Flux<Transition> of(TenantId tenant, String account, Instant from, Instant to) {
    return database
        .sql(
            """
            select at, from_band, to_band, score, cause from band_transition
             where tenant_id = $1 and account_id = $2 and at between $3 and $4
             order by at, id
            """)
        .bind(0, tenant.value())
        .bind(1, account)
        .bind(2, from)
        .bind(3, to)
        .map(
            row ->
                new Transition(
                    get(row, "at", Instant.class),
                    row.get("from_band", String.class),
                    get(row, "to_band", String.class),
                    row.get("score", BigDecimal.class),
                    get(row, "cause", String.class)))
        .all();
  }
}
