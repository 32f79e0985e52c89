package io.holdfast.local.clock;

import io.holdfast.local.Misuse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person asks of the clock: forward, back, or to the present. */
public sealed interface ClockShift {

  Duration from(Duration offset);

  /** Adds to the offset there is. */
  record By(Duration amount) implements ClockShift {
    @Override
    public Duration from(Duration offset) {
      return offset.plus(amount);
    }
  }

  /** Ends every offset. */
  record ToNow() implements ClockShift {
    @Override
    public Duration from(Duration offset) {
      return Duration.ZERO;
    }
  }

  /** Reads {@code now}, or a sign and amounts with units, like {@code +7d}, {@code -1d12h}. */
  static ClockShift parse(String text) {
    if (text.equals("now")) {
      return new ToNow();
    }
    if (!text.matches("[+-](\\d{1,6}[wdhms])+")) {
      throw new Misuse(
          "'%s' does not say how to move the clock; use for example +7d, -1d, +12h, +30m or now."
              .formatted(text));
    }
    Duration amount = Duration.ZERO;
    Matcher piece = Pattern.compile("(\\d+)([wdhms])").matcher(text);
    while (piece.find()) {
      long count = Long.parseLong(piece.group(1));
      amount =
          amount.plus(
              switch (piece.group(2).charAt(0)) {
                case 'w' -> Duration.ofDays(7 * count);
                case 'd' -> Duration.ofDays(count);
                case 'h' -> Duration.ofHours(count);
                case 'm' -> Duration.ofMinutes(count);
                default -> Duration.ofSeconds(count);
              });
    }
    return new By(text.startsWith("-") ? amount.negated() : amount);
  }
}
