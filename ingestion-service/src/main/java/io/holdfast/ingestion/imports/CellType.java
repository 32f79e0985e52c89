package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.EmailAddress;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.identity.Attributes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the text of a cell is read. The result is text again, in the one form that is stored. */
enum CellType {
  /** 1–200 characters. */
  ID,
  /** At most 4,000 characters. */
  TEXT,
  /** At most 1,000 characters: a trait of the tenant's own, of which an account may have many. */
  TRAIT,
  /** Lower-case words joined by {@code _}. */
  SNAKE,
  EMAIL,
  /** A whole number from 0 to 999,999,999. */
  WHOLE,
  /** A whole number from 1 to 999,999,999. */
  COUNT,
  /** A number from 0 with up to 8 decimals. */
  DECIMAL,
  /** A number with up to 8 decimals. */
  SIGNED,
  /** ISO 4217. */
  CURRENCY,
  BOOLEAN,
  DATE,
  /** A date; nothing for 9999-12-31, as databases write no end. */
  END,
  INSTANT;

  private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  /** Reads a cell that is not blank. What is read may be. */
  String read(String cell, TimeReading times) throws CellFault {
    if (cell.indexOf('\uFFFD') >= 0) {
      throw new CellFault("invalid_encoding", "is not UTF-8");
    }
    if (!PlainText.isProse(cell)) {
      throw new CellFault("invalid_character", "holds a control character");
    }
    return switch (this) {
      case ID -> id(cell);
      case TEXT -> bounded(cell, 4_000);
      case TRAIT -> bounded(cell, Attributes.TRAIT_VALUE);
      case SNAKE -> snake(cell);
      case EMAIL -> email(cell);
      case WHOLE -> whole(cell, 0);
      case COUNT -> whole(cell, 1);
      case DECIMAL -> decimal(cell, false);
      case SIGNED -> decimal(cell, true);
      case CURRENCY -> currency(cell);
      case BOOLEAN -> flag(cell);
      case DATE -> times.date(cell).toString();
      case END -> times.end(cell).map(LocalDate::toString).orElse("");
      case INSTANT -> times.instant(cell).toString();
    };
  }

  /** A value as it may be meant: {@code Executive Sponsor} is {@code executive_sponsor}. */
  static String folded(String cell) {
    return cell.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  private static String id(String cell) throws CellFault {
    if (!PlainText.isLine(cell)) {
      throw new CellFault("invalid_id", "holds a line break or a tab");
    }
    if (cell.length() > 200) {
      throw new CellFault("too_long", "has more than 200 characters");
    }
    return cell;
  }

  private static String bounded(String cell, int longest) throws CellFault {
    if (cell.length() > longest) {
      throw new CellFault("too_long", "has more than %,d characters".formatted(longest));
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
    Optional<String> address = EmailAddress.read(cell);
    if (address.isEmpty()) {
      throw new CellFault("invalid_email", "is '" + shown(cell) + "', which is no e-mail address");
    }
    return address.get();
  }

  private static String whole(String cell, int least) throws CellFault {
    String digits = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 9
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(digits) < least) {
      throw new CellFault(
          "invalid_number",
          "is '" + shown(cell) + "'; it must be a whole number from " + least + " to 999,999,999");
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
        if (plain.precision() - plain.scale() > 18) {
          throw new CellFault(
              "invalid_number",
              "is '" + shown(cell) + "'; it may have at most 18 digits before the point");
        }
        return plain.signum() == 0 ? "0" : plain.toPlainString();
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

  /** As much of a cell as fits into a sentence. */
  static String shown(String cell) {
    String plain = PlainText.of(cell, 60);
    return plain.length() < cell.length() && plain.length() > 50 ? plain + "…" : plain;
  }
}
