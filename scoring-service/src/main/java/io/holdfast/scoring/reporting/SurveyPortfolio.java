package io.holdfast.scoring.reporting;

import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All live accounts at a glance. */
public interface SurveyPortfolio {

  record Portfolio(
      @Nullable String currency, List<BandShare> bands, List<Move> moves, List<Point> points) {}

  record BandShare(String band, long accounts, BigDecimal mrr, BigDecimal revenueAtRisk) {}

  /** Accounts whose band a week ago was another one. */
  record Move(String from, String to, long accounts, BigDecimal mrr) {}

  record Point(
      String accountId, String name, BigDecimal mrr, BigDecimal probability, String band) {}

  Mono<Portfolio> survey(TenantId tenant, Optional<Set<String>> visible);
}
