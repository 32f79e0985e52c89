package io.holdfast.ingestion.imports;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the text of a cell is read. The result is text again, in the one form that is stored. */
enum CellType {
  /** 1–200 characters. */
  ID,
  /** At most 4,000 characters. */
  TEXT,
  /** Lower-case words joined by {@code _}. */
  SNAKE,
  EMAIL,
  /** A whole number from 0. */
  WHOLE,
  /** A whole number from 1. */
  COUNT,
  /** A number from 0 with up to 8 decimals. */
  DECIMAL,
  /** A number with up to 8 decimals. */
  SIGNED,
  /** ISO 4217. */
  CURRENCY,
  BOOLEAN,
  DATE,
  INSTANT;

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");
  private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  /** Reads a cell that is not blank. */
  String read(String cell, TimeReading times) throws CellFault {
    if (cell.indexOf('\uFFFD') >= 0) {
      throw new CellFault("invalid_encoding", "is not UTF-8");
    }
    if (cell.indexOf(0) >= 0) {
      throw new CellFault("invalid_character", "holds a NUL character");
    }
    return switch (this) {
      case ID -> id(cell);
      case TEXT -> bounded(cell);
      case SNAKE -> snake(cell);
      case EMAIL -> email(cell);
      case WHOLE -> whole(cell, 0);
      case COUNT -> whole(cell, 1);
      case DECIMAL -> decimal(cell, false);
      case SIGNED -> decimal(cell, true);
      case CURRENCY -> currency(cell);
      case BOOLEAN -> flag(cell);
      case DATE -> times.date(cell).toString();
      case INSTANT -> times.instant(cell).toString();
    };
  }

  /** A value as it may be meant: {@code Executive Sponsor} is {@code executive_sponsor}. */
  static String folded(String cell) {
    return cell.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  private static String id(String cell) throws CellFault {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) < ' ') {
        throw new CellFault("invalid_id", "holds a control character");
      }
    }
    if (cell.length() > 200) {
      throw new CellFault("too_long", "has more than 200 characters");
    }
    return cell;
  }

  private static String bounded(String cell) throws CellFault {
    if (cell.length() > 4_000) {
      throw new CellFault("too_long", "has more than 4,000 characters");
    }
    return cell;
  }

  private static String snake(String cell) throws CellFault {
    String folded = folded(cell);
    if (!WORDS.matcher(folded).matches()) {
      throw new CellFault(
          "invalid_word", "is '" + shown(cell) + "'; it must be like_this, at most 64 characters");
    }
    return folded;
  }

  private static String email(String cell) throws CellFault {
    if (cell.length() > 254 || !ADDRESS.matcher(cell).matches()) {
      throw new CellFault("invalid_email", "is '" + shown(cell) + "', which is no e-mail address");
    }
    return cell.toLowerCase(Locale.ROOT);
  }

  private static String whole(String cell, int least) throws CellFault {
    String digits = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 9
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(digits) < least) {
      throw new CellFault(
          "invalid_number", "is '" + shown(cell) + "'; it must be a whole number from " + least);
    }
    return Integer.toString(Integer.parseInt(digits));
  }

  private static String decimal(String cell, boolean signed) throws CellFault {
    try {
      BigDecimal value = cell.length() > 40 ? null : new BigDecimal(cell);
      if (value != null && Math.abs((long) value.scale()) <= 40) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 8) {
          throw new CellFault(
              "too_many_decimals", "is '" + shown(cell) + "'; at most 8 decimals are kept");
        }
        if (plain.signum() < 0 && !signed) {
          throw new CellFault("negative", "is '" + shown(cell) + "'; it must not be negative");
        }
        if (plain.precision() - plain.scale() <= 18) {
          return plain.signum() == 0 ? "0" : plain.toPlainString();
        }
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new CellFault(
        "invalid_number", "is '" + shown(cell) + "'; it must be a number like 1249.50");
  }

  private static String currency(String cell) throws CellFault {
    try {
      return Currency.getInstance(cell.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException _) {
      throw new CellFault(
          "invalid_currency", "is '" + shown(cell) + "', which is no ISO 4217 currency");
    }
  }

  private static String flag(String cell) throws CellFault {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "t", "1" -> "true";
      case "false", "no", "n", "f", "0" -> "false";
      default ->
          throw new CellFault(
              "invalid_boolean", "is '" + shown(cell) + "'; it must be true or false");
    };
  }

  static String shown(String cell) {
    return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
  }
}
