package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a model is fit to be published, by its backtest; in words, too. */
public record Verdict(Code code, String sentence, List<Suspicion> suspicions) {

  /** So many accounts must have left, and as many stayed, for anything to be said. */
  public static final int FEWEST = 10;

  private static final String NOTHING = "0.5";
  private static final String LITTLE = "0.65";

  public Verdict {
    suspicions = List.copyOf(suspicions);
  }

  /** What it comes down to. */
  public enum Code {
    USABLE,
    NO_USABLE_SIGNAL,
    TOO_LITTLE_HISTORY,
    LEAK_SUSPECTED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Verdict of(Scope scope, @Nullable Auc auc, List<Suspicion> suspicions) {
    int stayed = scope.accounts() - scope.departedAccounts();
    if (auc == null || auc.low() == null || scope.departedAccounts() < FEWEST || stayed < FEWEST) {
      return new Verdict(
          Code.TOO_LITTLE_HISTORY,
          "%d accounts left and %d stayed in these weeks; to say anything, %d of each are needed."
              .formatted(scope.departedAccounts(), stayed, FEWEST),
          List.of());
    }
    if (!suspicions.isEmpty()) {
      return new Verdict(
          Code.LEAK_SUSPECTED,
          "The figures are too good to be foresight, or come too late: look at "
              + suspicions.stream()
                  .map(Suspicion::name)
                  .distinct()
                  .collect(Collectors.joining(", "))
              + " before trusting them.",
          suspicions);
    }
    return auc.isSurelyAbove(NOTHING) && !auc.isSurelyBelow(LITTLE)
        ? new Verdict(Code.USABLE, "The score tells who leaves: " + said(auc) + ".", List.of())
        : new Verdict(Code.NO_USABLE_SIGNAL, useless(auc), List.of());
  }

  private static String useless(Auc auc) {
    String why =
        auc.isSurelyBelow(NOTHING)
            ? "Who leaves has the higher scores: "
            : auc.isSurelyAbove(NOTHING)
                ? "The score hardly tells who leaves: "
                : "The score does not tell who leaves: ";
    return why + said(auc) + ". Publishing it is advised against.";
  }

  private static String said(Auc auc) {
    return "AUC %s, 95%% interval %s to %s"
        .formatted(plain(auc.value()), plain(auc.low()), plain(auc.high()));
  }

  private static String plain(@Nullable BigDecimal share) {
    return share == null ? "unknown" : share.toPlainString();
  }
}
