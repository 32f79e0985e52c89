package io.holdfast.local.command;

import io.holdfast.local.Misuse;
import io.holdfast.local.Refusal;
import io.holdfast.local.clock.BusinessClock;
import io.holdfast.local.clock.ClockShift;
import io.holdfast.local.platform.Instance;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Shows and moves the business clock of all services together. */
final class ClockCommand implements Command {

  /** Every service looks at the clock ten times a second. */
  private static final Duration UNTIL_ALL_HAVE_LOOKED = Duration.ofMillis(250);

  private final Instance instance;
  private final PrintStream out;

  ClockCommand(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  @Override
  public String usage() {
    return "deploy/local/clock [+7d|-1d|now]";
  }

  @Override
  public int run(List<String> words) throws InterruptedException {
    if (words.size() > 1) {
      throw new Misuse("One move at a time.");
    }
    BusinessClock clock = instance.clock();
    if (!words.isEmpty()) {
      move(clock, ClockShift.parse(words.getFirst()));
    }
    out.println(describe(clock));
    return 0;
  }

  private void move(BusinessClock clock, ClockShift shift) throws InterruptedException {
    if (!Files.isDirectory(instance.state().root())) {
      throw new Refusal(
          "There is no platform whose clock could be moved; deploy/local/up makes one.");
    }
    clock.move(shift);
    Thread.sleep(UNTIL_ALL_HAVE_LOOKED);
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
