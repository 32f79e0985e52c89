package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.holdfast.scoring.reporting.AccountSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccountListItem")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountView(
    String accountId,
    String name,
    @Nullable String industry,
    @Nullable String country,
    @Nullable String ownerEmail,
    @Nullable BigDecimal score,
    String band,
    @Nullable BigDecimal coverage,
    @Schema(description = "Score now against 30 days ago") @Nullable BigDecimal change30d,
    @Schema(description = "One score a week, oldest first; null where there was none")
        List<@Nullable BigDecimal> sparkline,
    @Nullable DriverView topDriver,
    @Nullable String mrr,
    @Nullable String arr,
    @Nullable String currency,
    @Nullable LocalDate renewsOn,
    @Schema(description = "Of churning within 12 months; prior, not learnt")
        @Nullable BigDecimal probability,
    @Schema(description = "Probability times ARR") @Nullable String revenueAtRisk,
    @Nullable LocalDate churnedOn,
    @Schema(description = "onboarding, adoption, maturity or expansion; null before it was judged")
        @Nullable String stage,
    @Schema(description = "protect, grow, nurture or monitor") @Nullable String segment,
    @Schema(description = "ready, not_yet or unknown") @Nullable String expansion,
    @Schema(description = "none, sighted or exposed") @Nullable String competitor,
    @Schema(
            description =
                "Too few active stakeholders, or no sponsor; null when no contact is known")
        @Nullable Boolean singleThreaded,
    @Schema(description = "good, fair, bad or unknown; see `/fit`") String fit) {

  @Schema(name = "Driver", description = "The signal that costs most points")
  record DriverView(String signal, String sentence) {}

  @Schema(name = "Account")
  record Full(
      @JsonUnwrapped AccountView account,
      @Nullable Long employees,
      @Nullable Instant createdAt,
      @Nullable String parentAccountId,
      Map<String, Object> traits,
      Map<String, String> externalIds,
      @Nullable LocalDate firstSeenOn) {

    static Full of(AccountSummary account, @Nullable LocalDate firstSeenOn) {
      return new Full(
          AccountView.of(account),
          account.master().employees(),
          account.master().createdAt(),
          account.master().parentAccountId(),
          account.master().traits(),
          account.master().externalIds(),
          firstSeenOn);
    }
  }

  static AccountView of(AccountSummary account) {
    String signal = account.topSignal();
    String sentence = account.topSentence();
    return new AccountView(
        account.master().account(),
        account.master().name(),
        account.master().industry(),
        account.master().country(),
        account.master().ownerEmail(),
        account.score(),
        account.band(),
        account.coverage(),
        account.change30d(),
        account.sparkline(),
        signal == null || sentence == null ? null : new DriverView(signal, sentence),
        amount(account.revenue().mrr()),
        amount(account.revenue().arr()),
        account.revenue().currency(),
        account.revenue().renewsOn(),
        account.probability(),
        amount(account.revenue().atRisk()),
        account.churnedOn(),
        account.way().stage(),
        account.way().segment(),
        account.way().expansion(),
        account.way().competitor(),
        account.way().singleThreaded(),
        account.fit());
  }

  /** As kept, trailing zeros trimmed. */
  static @Nullable String amount(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.stripTrailingZeros().toPlainString();
  }
}
