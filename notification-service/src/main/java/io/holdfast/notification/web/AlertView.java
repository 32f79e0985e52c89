package io.holdfast.notification.web;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.listing.AlertList.Listed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert, as the API shows it. */
@Schema(name = "Alert")
record AlertView(
    UUID alertId,
    String accountId,
    String accountName,
    @Schema(allowableValues = {"voluntary", "involuntary"}) String kind,
    String play,
    @Schema(allowableValues = {"notice", "warning", "critical"}) String severity,
    @Schema(allowableValues = {"open", "acknowledged", "closed"}) String state,
    @Schema(example = "Weekly active users 9 against 40 (−78%), now at risk") String title,
    List<ReasonView> reasons,
    @Nullable String band,
    @Nullable String previousBand,
    @Nullable BigDecimal score,
    @Schema(description = "When it became true, business time") Instant since,
    @Schema(description = "When it was opened, business time") Instant at,
    @Schema(description = "Told in a digest, because loaded or late data brought it up")
        boolean fromHistory,
    @Schema(description = "The payment alert of the same account that speaks first")
        @Nullable UUID mutedBy,
    @Nullable Instant closedAt,
    @Schema(
            allowableValues = {"true", "false", "too_late"},
            description = "Judgement of the person who closed it; null when it closed by itself")
        @Nullable String verdict,
    @Schema(description = "E-mail address of the account's owner") @Nullable String owner) {

  static AlertView of(Listed listed) {
    Alert alert = listed.alert();
    Warning warning = alert.warning();
    return new AlertView(
        alert.id(),
        alert.accountId(),
        listed.accountName(),
        warning.kind().code(),
        warning.play(),
        warning.severity().code(),
        alert.state().code(),
        warning.title(),
        warning.reasons().stream().map(ReasonView::of).toList(),
        code(warning.band()),
        code(warning.previousBand()),
        warning.score(),
        warning.since(),
        alert.openedAt(),
        warning.learntFromHistory(),
        alert.mutedBy(),
        alert.closedAt(),
        alert.verdict() == null ? null : alert.verdict().code(),
        listed.owner());
  }

  private static @Nullable String code(@Nullable Band band) {
    return band == null ? null : band.code();
  }
}
