package io.holdfast.ingestion.entry;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object in the order told, the same text for the same content. Absent values are
 * left out.
 */
public final class JsonText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private final StringBuilder text = new StringBuilder(160).append('{');

  public JsonText text(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      quote(text, value);
    }
    return this;
  }

  /** An instant, a date: anything whose own text is its wire form. */
  public JsonText value(String name, @Nullable Object value) {
    return text(name, value == null ? null : value.toString());
  }

  public JsonText decimal(String name, @Nullable BigDecimal value) {
    return text(name, value == null ? null : plain(value));
  }

  public JsonText number(String name, @Nullable Long value) {
    if (value != null) {
      name(name);
      text.append(value.longValue());
    }
    return this;
  }

  public JsonText flag(String name, @Nullable Boolean value) {
    if (value != null) {
      name(name);
      text.append(value.booleanValue());
    }
    return this;
  }

  public JsonText object(String name, Map<String, String> members) {
    name(name);
    JsonText inner = new JsonText();
    members.forEach(inner::text);
    text.append(inner.end());
    return this;
  }

  public String end() {
    return text.append('}').toString();
  }

  /** Decimal notation without trailing zeros. */
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private void name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(text, name);
    text.append(':');
  }

  /** Appends a text with its quotes. */
  public static StringBuilder quote(StringBuilder text, String value) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        escape(text.append(value, written, i), c);
        written = i + 1;
      }
    }
    text.append(value, written, value.length());
    return text.append('"');
  }

  private static void escape(StringBuilder text, char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    }
  }
}
