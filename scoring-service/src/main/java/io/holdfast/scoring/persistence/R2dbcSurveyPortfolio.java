package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.reporting.SurveyPortfolio;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcSurveyPortfolio implements SurveyPortfolio {

  /** All of a tenant's live accounts, by the primary keys. */
  private static final String LIVE =
      """
        from standing s join account a using (tenant_id, account_id)
       where s.tenant_id = $1 and s.churned_on is null and ($2::text[] is null or s.account_id = any($2))
      """;

  private final DatabaseClient database;

  R2dbcSurveyPortfolio(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Portfolio> survey(TenantId tenant, Optional<Set<String>> visible) {
    return bands(tenant, visible)
        .flatMap(
            bands ->
                moves(tenant, visible)
                    .flatMap(
                        moves ->
                            points(tenant, visible)
                                .flatMap(
                                    points ->
                                        currency(tenant)
                                            .map(
                                                currency ->
                                                    new Portfolio(
                                                        currency.orElse(null),
                                                        bands,
                                                        moves,
                                                        points)))));
  }

  private Mono<List<BandShare>> bands(TenantId tenant, Optional<Set<String>> visible) {
    return rows(
        tenant,
        visible,
        """
        select s.band, count(*) as accounts, coalesce(sum(a.mrr), 0) as mrr,
               coalesce(sum(round(s.probability * a.arr, 8)), 0) as revenue_at_risk
        """
            + LIVE
            + " group by s.band",
        row ->
            new BandShare(
                get(row, "band", String.class),
                get(row, "accounts", Long.class),
                get(row, "mrr", BigDecimal.class),
                get(row, "revenue_at_risk", BigDecimal.class)));
  }

  private Mono<List<Move>> moves(TenantId tenant, Optional<Set<String>> visible) {
    return rows(
        tenant,
        visible,
        """
        select s.band_week_ago, s.band, count(*) as accounts, coalesce(sum(a.mrr), 0) as mrr
        """
            + LIVE
            + " and s.band_week_ago <> s.band group by s.band_week_ago, s.band order by 1, 2",
        row ->
            new Move(
                get(row, "band_week_ago", String.class),
                get(row, "band", String.class),
                get(row, "accounts", Long.class),
                get(row, "mrr", BigDecimal.class)));
  }

  private Mono<List<Point>> points(TenantId tenant, Optional<Set<String>> visible) {
    return rows(
        tenant,
        visible,
        """
        select a.account_id, coalesce(nullif(a.name, ''), a.account_id) as name,
               coalesce(a.mrr, 0) as mrr, s.probability, s.band
        """
            + LIVE
            + " order by a.mrr desc nulls last, a.account_id limit 5000",
        row ->
            new Point(
                get(row, "account_id", String.class),
                get(row, "name", String.class),
                get(row, "mrr", BigDecimal.class),
                get(row, "probability", BigDecimal.class),
                get(row, "band", String.class)));
  }

  private Mono<Optional<String>> currency(TenantId tenant) {
    return database
        .sql("select currency from tenant_settings where tenant_id = $1")
        .bind(0, tenant.value())
        .map(row -> Optional.ofNullable(row.get("currency", String.class)))
        .one()
        .defaultIfEmpty(Optional.empty());
  }

  private <T> Mono<List<T>> rows(
      TenantId tenant, Optional<Set<String>> visible, String sql, Function<Readable, T> read) {
    return Columns.bind(
            database.sql(sql).bind(0, tenant.value()),
            1,
            visible.map(ids -> ids.toArray(String[]::new)).orElse(null),
            String[].class)
        .map(read)
        .all()
        .collectList();
  }
}
