package io.holdfast.scoring.fit;

import java.util.Locale;

/** A change of the profile that early churn speaks for. Nobody makes it but a person. */
public record Proposal(
    Kind kind,
    String attribute,
    String value,
    String sentence,
    ChurnedShare share,
    ChurnedShare rest) {

  public enum Kind {
    /** The profile says nothing of what leaves more often. */
    ADD_CRITERION,
    /** It wants what leaves more often. */
    LEAVE_OUT,
    /** It does not want what leaves less often. */
    TAKE_IN,
    /** Its good fits leave at least as often as its bad ones. */
    REVIEW;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
