package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;

/**
 * Something worth telling that happens to an account of the demo company, and the day it begins.
 */
public record Story(String account, Kind kind, LocalDate on, String sentence) {

  public enum Kind {
    ADOPTION_SLIDE,
    CHAMPION_LEAVES,
    CARD_EXPIRES,
    CARD_RECOVERED,
    INVOLUNTARY_CHURN,
    LATE_PAYMENT,
    SILENCE,
    BAD_FIT,
    SUPPORT_TROUBLE,
    EXPANSION,
    CONTRACTION,
    HAPPY_RENEWAL,
    LAPSED_CONTRACT,
    VOLUNTARY_CHURN,
    REACTIVATION,
    NEW_CUSTOMER
  }
}
