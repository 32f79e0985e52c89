package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.journey.Worth;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is told of an account together with its health, and how it was judged last. */
public record Profile(
    String account,
    @Nullable String name,
    @Nullable String ownerEmail,
    @Nullable BigDecimal mrr,
    @Nullable BigDecimal arr,
    @Nullable String currency,
    Worth worth,
    Standing standing) {

  public String shownName() {
    return name == null || name.isBlank() ? account : name;
  }
}
