package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.SignalFinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A signal that seems to know the outcome rather than foresee it, and why it seems so. */
public record Suspicion(String signal, String name, Why why, String sentence) {

  private static final String TOO_GOOD = "0.95";
  private static final String TELLING = "0.75";
  private static final String SILENT = "0.60";
  private static final BigDecimal MUCH = new BigDecimal("0.10");
  private static final String GOOD = "0.70";

  /** What is suspicious. */
  public enum Why {
    /** It separates those who leave nearly without fault. */
    TOO_GOOD,
    /** It tells in the last two weeks and hardly before. */
    ONLY_AT_THE_END,
    /** It tells much better with what came to be known afterwards. */
    KNOWN_LATER;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<Suspicion> of(SignalFinding signal) {
    List<Suspicion> suspicions = new ArrayList<>();
    Auc auc = signal.auc();
    if (auc == null) {
      return suspicions;
    }
    if (auc.isSurelyAtLeast(TOO_GOOD)) {
      suspicions.add(
          of(
              signal,
              Why.TOO_GOOD,
              "separates those who leave nearly without fault (AUC %s, surely at least %s); nothing"
                  + " foresees so well. Is it written when an account has given notice?",
              auc.value(),
              TOO_GOOD));
    }
    if (tellsOnlyAtTheEnd(signal)) {
      suspicions.add(
          of(
              signal,
              Why.ONLY_AT_THE_END,
              "tells in the last two weeks (AUC %s) and hardly before (AUC %s); that is too late to"
                  + " act upon.",
              Objects.requireNonNull(signal.lastWeeks()).value(),
              Objects.requireNonNull(signal.earlier()).value()));
    }
    Auc now = signal.knownNow();
    if (now != null
        && now.isAtLeast(GOOD)
        && now.value().subtract(auc.value()).compareTo(MUCH) >= 0) {
      suspicions.add(
          of(
              signal,
              Why.KNOWN_LATER,
              "tells much better with what came to be known afterwards (AUC %s) than with what was"
                  + " known in time (AUC %s).",
              now.value(),
              auc.value()));
    }
    return suspicions;
  }

  private static boolean tellsOnlyAtTheEnd(SignalFinding signal) {
    Auc last = signal.lastWeeks();
    Auc earlier = signal.earlier();
    return last != null
        && earlier != null
        && last.isSurelyAtLeast(TELLING)
        && !earlier.isAtLeast(SILENT);
  }

  private static Suspicion of(SignalFinding signal, Why why, String sentence, Object... figures) {
    return new Suspicion(
        signal.key(), signal.name(), why, signal.name() + " " + sentence.formatted(figures));
  }
}
