package io.holdfast.local.command;

import io.holdfast.local.Refusal;
import io.holdfast.local.clock.BusinessClock;
import io.holdfast.local.clock.ClockShift;
import io.holdfast.local.platform.Instance;
import java.io.PrintStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Shows and moves the business clock of all services together. */
final class ClockCommand {

  private final Instance instance;
  private final PrintStream out;

  ClockCommand(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  int run(List<String> words) {
    if (words.size() > 1) {
      throw new Refusal("One move at a time; usage: clock [+7d|-1d|now]");
    }
    BusinessClock clock = instance.clock();
    words.stream().map(ClockShift::parse).forEach(clock::move);
    out.println(describe(clock));
    return 0;
  }

  static String describe(BusinessClock clock) {
    Duration offset = clock.offset();
    String distance =
        offset.isZero()
            ? "real time"
            : amount(offset.abs()) + (offset.isNegative() ? " behind" : " ahead of") + " real time";
    return clock.time().truncatedTo(ChronoUnit.SECONDS) + " (" + distance + ")";
  }

  private static String amount(Duration offset) {
    StringBuilder text = new StringBuilder();
    append(text, offset.toDays(), "d");
    append(text, offset.toHoursPart(), "h");
    append(text, offset.toMinutesPart(), "m");
    append(text, offset.toSecondsPart(), "s");
    return text.toString();
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
    }
  }
}
