package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.trying.LivePortfolio;
import io.holdfast.tenancy.TenantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcLivePortfolio implements LivePortfolio {

  /** By the primary keys, as the portfolio itself is read. */
  private static final String LIVE =
      """
        from standing s join account a using (tenant_id, account_id)
       where s.tenant_id = $1 and s.churned_on is null
      """;

  private final DatabaseClient database;

  R2dbcLivePortfolio(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Integer> size(TenantId tenant) {
    return database
        .sql("select count(*)::int as accounts " + LIVE)
        .bind(0, tenant.value())
        .map(row -> get(row, "accounts", Integer.class))
        .one();
  }

  @Override
  public Flux<Profile> largest(TenantId tenant, int most) {
    return database
        .sql(
            R2dbcStandings.PROFILE
                + LIVE
                + " order by a.arr desc nulls last, a.account_id limit $2")
        .bind(0, tenant.value())
        .bind(1, most)
        .map(R2dbcStandings::profile)
        .all();
  }
}
