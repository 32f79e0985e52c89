package io.holdfast.scoring.reporting;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.fit.FitVerdict;
import io.holdfast.scoring.journey.CompetitorWatch;
import io.holdfast.scoring.journey.ExpansionReadiness;
import io.holdfast.scoring.journey.Segment;
import io.holdfast.scoring.journey.Stage;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.TenantId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Accounts as lists show them. */
public interface ListAccounts {

  Set<String> SORTINGS = Set.of("name", "score", "mrr", "revenueAtRisk", "renewsOn");

  /**
   * @param band only accounts of the band that have not left
   * @param churned only accounts that left, or only those that have not
   * @param owner only accounts of the owner
   * @param text only accounts whose name or id contains it
   * @param way only accounts of which this is found
   * @param fit only accounts that were found to fit so
   * @param visible only these; empty means all
   */
  record Wanted(
      @Nullable Band band,
      @Nullable Boolean churned,
      @Nullable String owner,
      @Nullable String text,
      Way way,
      @Nullable FitVerdict fit,
      Optional<Set<String>> visible) {}

  /** Where accounts are on their way; what is null does not matter. */
  record Way(
      @Nullable Stage stage,
      @Nullable Segment segment,
      ExpansionReadiness.@Nullable State expansion,
      CompetitorWatch.@Nullable State competitor,
      @Nullable Boolean singleThreaded) {

    public static final Way ANY = new Way(null, null, null, null, null);
  }

  Mono<Page<AccountSummary>> page(TenantId tenant, Wanted wanted, PageQuery query);

  Mono<AccountSummary> one(TenantId tenant, String account);
}
