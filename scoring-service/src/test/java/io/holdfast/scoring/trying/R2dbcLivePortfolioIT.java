package io.holdfast.scoring.trying;

import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.scoring.rescoring.Accounts.Revenue;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.RealParts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class R2dbcLivePortfolioIT implements LivePortfolioContract {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Autowired TenantTransactions tenants;
  @Autowired LivePortfolio portfolio;
  @Autowired Accounts accounts;
  @Autowired DatabaseClient database;

  private final TenantId tenant = new TenantId("portfolio-" + UUID.randomUUID());

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(
        tenants.run(tenant, () -> Flux.from(work).collectList()).block(Duration.ofSeconds(30)));
  }

  @Override
  public LivePortfolio portfolio() {
    return portfolio;
  }

  @Override
  public void stands(String account, @Nullable BigDecimal arr, boolean left) {
    all(accounts.appear(tenant, List.of(account)));
    if (arr != null) {
      all(accounts.revenue(tenant, List.of(new Revenue(account, NOON, arr, arr, "EUR", null))));
    }
    all(
        database
            .sql(
                """
                insert into standing
                  (tenant_id, account_id, judged_at, band, band_since, coverage, model, probability, sparkline,
                   band_week_ago, churned_on)
                values ($1, $2, $3, 'watch', $3, 1, 'm', 0, '[]', 'watch', case when $4 then date '2026-03-01' end)
                """)
            .bind(0, tenant.value())
            .bind(1, account)
            .bind(2, NOON)
            .bind(3, left)
            .then());
  }
}
