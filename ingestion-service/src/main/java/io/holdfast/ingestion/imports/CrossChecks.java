package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.BelievableTime;
import io.holdfast.ingestion.entry.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a line's values must be to each other and to the time it came at. */
final class CrossChecks {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  record Fault(String column, String code, String message) {}

  private final Values values;
  private final Instant latest;
  private final List<Fault> faults = new ArrayList<>();

  private CrossChecks(Values values, Instant latest) {
    this.values = values;
    this.latest = latest;
  }

  /**
   * @param latest the latest time at which something can have happened already
   */
  static List<Fault> check(Kind kind, Values values, Instant latest) {
    CrossChecks checks = new CrossChecks(values, latest);
    checks.happened(Column.RECORDED_AT.name());
    switch (kind) {
      case ACCOUNT -> {
        checks.past("created_at");
        checks.ownParent();
      }
      case SUBSCRIPTION -> {
        checks.order("starts_on", "ends_on");
        checks.most("discount_percent", HUNDRED);
      }
      case INVOICE -> {
        checks.plausible("issued_on");
        checks.plausible("due_on");
        checks.happenedOn("paid_on");
      }
      case TICKET -> {
        checks.happened("opened_at");
        checks.happened("closed_at");
        checks.orderOfTimes("opened_at", "closed_at");
      }
      case USAGE -> checks.happened("occurred_at");
      case SURVEY -> {
        checks.happened("answered_at");
        checks.nps();
      }
      case MEETING -> checks.happened("held_at");
      case OUTCOME -> checks.happenedOn("happened_on");
      case FACT -> checks.happened("happened_at");
      case RATE -> checks.rate();
      case CONTACT -> {}
    }
    return checks.faults;
  }

  private void happened(String column) {
    Instant at = values.instant(column);
    if (at != null && at.isBefore(BelievableTime.EARLIEST)) {
      fault(column, "implausible_time", "is " + at + "; it must be of the year 2000 or later");
    }
    past(column);
  }

  private void past(String column) {
    Instant at = values.instant(column);
    if (at != null && at.isAfter(latest)) {
      fault(column, "future_timestamp", "is " + at + ", which has not come yet");
    }
  }

  private void happenedOn(String column) {
    plausible(column);
    LocalDate day = values.date(column);
    // A day begins up to 14 hours earlier elsewhere than in UTC.
    if (day != null
        && day.isAfter(latest.plusSeconds(14 * 3600).atOffset(ZoneOffset.UTC).toLocalDate())) {
      fault(column, "future_timestamp", "is " + day + ", which has not come yet");
    }
  }

  private void plausible(String column) {
    LocalDate day = values.date(column);
    if (day != null && day.isBefore(LocalDate.ofInstant(BelievableTime.EARLIEST, ZoneOffset.UTC))) {
      fault(column, "implausible_time", "is " + day + "; it must be of the year 2000 or later");
    }
  }

  private void ownParent() {
    String parent = values.get("parent_account_id");
    if (parent != null && parent.equals(values.get(Column.ACCOUNT))) {
      fault("parent_account_id", "own_parent", "is the account itself; leave it empty");
    }
  }

  private void order(String from, String to) {
    LocalDate begin = values.date(from);
    LocalDate end = values.date(to);
    if (begin != null && end != null && end.isBefore(begin)) {
      fault(to, "before_start", "is " + end + ", before " + from + " " + begin);
    }
  }

  private void orderOfTimes(String from, String to) {
    Instant begin = values.instant(from);
    Instant end = values.instant(to);
    if (begin != null && end != null && end.isBefore(begin)) {
      fault(to, "before_start", "is " + end + ", before " + from + " " + begin);
    }
  }

  private void most(String column, BigDecimal limit) {
    BigDecimal value = values.decimal(column);
    if (value != null && value.compareTo(limit) > 0) {
      fault(column, "too_large", "is " + value + "; it may be at most " + limit);
    }
  }

  private void nps() {
    if ("nps".equals(values.get("kind"))) {
      most("score", TEN);
      BigDecimal score = values.decimal("score");
      if (score != null && score.stripTrailingZeros().scale() > 0) {
        fault(
            "score",
            "invalid_number",
            "is " + score + "; an NPS answer is a whole number from 0 to 10");
      }
    }
  }

  private void rate() {
    BigDecimal rate = values.decimal("rate");
    if (rate != null && rate.signum() == 0) {
      fault("rate", "invalid_number", "is 0; a rate is positive");
    }
    if (values.required("base").equals(values.get("quote"))) {
      fault("quote", "same_currency", "is the same currency as base");
    }
  }

  private void fault(String column, String code, String message) {
    faults.add(new Fault(column, code, column + " " + message));
  }
}
