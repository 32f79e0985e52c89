package io.holdfast.notification.intake;

import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.play.Happening.BandCrossed;
import io.holdfast.notification.remembering.AccountNews;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code scoring.band-changed.v1}, as far as it matters here. */
record BandChangedMessage(
    String accountId,
    String accountName,
    @Nullable String ownerEmail,
    Instant at,
    @Nullable String from,
    String to,
    @Nullable BigDecimal score,
    String cause,
    @Nullable List<ReasonMessage> reasons) {

  static final String TYPE = "scoring.band-changed.v1";

  record ReasonMessage(
      String signal,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable BigDecimal baseline,
      String sentence) {

    Reason toDomain() {
      return new Reason(signal, value, unit, baseline, sentence);
    }
  }

  AccountNews account() {
    return new AccountNews(accountId, accountName, ownerEmail);
  }

  BandCrossed toDomain() {
    List<ReasonMessage> worstFirst = reasons == null ? List.of() : reasons;
    return new BandCrossed(
        accountId,
        from == null ? null : Band.of(from),
        Band.of(to),
        at,
        score,
        worstFirst.stream().map(ReasonMessage::toDomain).toList(),
        cause.equals("load") || cause.equals("late"));
  }
}
