package io.holdfast.scoring.announcing;

import io.holdfast.scoring.journey.Stage;
import io.holdfast.scoring.rescoring.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record StageChangedMessage(
    String accountId,
    String accountName,
    @Nullable String ownerEmail,
    String segment,
    Instant at,
    @Nullable String from,
    String to,
    @Nullable LocalDate dayZero,
    String cause) {

  static final String TYPE = "scoring.stage-changed.v1";

  static StageChangedMessage of(Verdict verdict) {
    Stage before = verdict.progress().before().stage();
    return new StageChangedMessage(
        verdict.profile().account(),
        verdict.profile().shownName(),
        verdict.profile().ownerEmail(),
        verdict.progress().segmented().segment().key(),
        verdict.progress().after().since(),
        before == null ? null : before.key(),
        Objects.requireNonNull(verdict.progress().after().stage()).key(),
        verdict.progress().findings().dayZero(),
        verdict.judgement().cause().key());
  }
}
