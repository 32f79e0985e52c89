package io.holdfast.scoring.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account with its standing. */
public record AccountSummary(
    MasterData master,
    Revenue revenue,
    @Nullable BigDecimal score,
    String band,
    @Nullable BigDecimal coverage,
    @Nullable BigDecimal change30d,
    List<@Nullable BigDecimal> sparkline,
    @Nullable String topSignal,
    @Nullable String topSentence,
    @Nullable BigDecimal probability,
    @Nullable LocalDate churnedOn,
    Way way,
    String fit) {

  /** Who it is. */
  public record MasterData(
      String account,
      String name,
      @Nullable String industry,
      @Nullable String country,
      @Nullable Long employees,
      @Nullable String ownerEmail,
      @Nullable String parentAccountId,
      @Nullable Instant createdAt,
      Map<String, String> externalIds,
      Map<String, Object> traits) {}

  /** Where it is on its way; all null before it was judged. */
  public record Way(
      @Nullable String stage,
      @Nullable String segment,
      @Nullable String expansion,
      @Nullable String competitor,
      @Nullable Boolean singleThreaded) {}

  /** What it is worth. */
  public record Revenue(
      @Nullable BigDecimal mrr,
      @Nullable BigDecimal arr,
      @Nullable String currency,
      @Nullable LocalDate renewsOn,
      @Nullable BigDecimal atRisk) {}
}
