package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of an import file. */
sealed interface Row
    permits Customer,
        Person,
        Phase,
        Invoice,
        Ticket,
        SurveyAnswer,
        Meeting,
        Outcome,
        Fact,
        Rate,
        Use {

  String csv();

  /** The latest day on which this row claims that something happened. */
  LocalDate latest();

  static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Row::cell).collect(Collectors.joining(","));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value instanceof java.math.BigDecimal d ? d.toPlainString() : value.toString();
    return text.contains(",") || text.contains("\"")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }

  static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
