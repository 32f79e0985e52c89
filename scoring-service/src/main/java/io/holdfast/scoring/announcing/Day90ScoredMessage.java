package io.holdfast.scoring.announcing;

import io.holdfast.scoring.rescoring.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record Day90ScoredMessage(
    String accountId,
    String accountName,
    @Nullable String ownerEmail,
    String segment,
    LocalDate dayZero,
    @Nullable BigDecimal score,
    String model) {

  static final String TYPE = "scoring.day-90-scored.v1";

  static Day90ScoredMessage of(Verdict verdict) {
    return new Day90ScoredMessage(
        verdict.profile().account(),
        verdict.profile().shownName(),
        verdict.profile().ownerEmail(),
        verdict.progress().segmented().segment().key(),
        Objects.requireNonNull(verdict.progress().findings().dayZero()),
        verdict.progress().after().day90(),
        verdict.model().id());
  }
}
