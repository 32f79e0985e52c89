package io.holdfast.scoring.announcing;

import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.rescoring.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record MilestoneReachedMessage(
    String accountId,
    String accountName,
    @Nullable String ownerEmail,
    String segment,
    String milestone,
    String name,
    boolean told,
    LocalDate on,
    @Nullable LocalDate dayZero,
    @Nullable Long day,
    boolean orEarlier,
    String cause) {

  static final String TYPE = "scoring.milestone-reached.v1";

  static MilestoneReachedMessage of(Reached reached, Verdict verdict) {
    return new MilestoneReachedMessage(
        verdict.profile().account(),
        verdict.profile().shownName(),
        verdict.profile().ownerEmail(),
        verdict.progress().segmented().segment().key(),
        reached.key(),
        reached.name(),
        reached.told(),
        reached.on(),
        verdict.progress().findings().dayZero(),
        reached.day(),
        reached.orEarlier(),
        verdict.judgement().cause().key());
  }
}
