package io.holdfast.ingestion.entry;

/**
 * Text that everything behind this door can carry: no control characters, which a database refuses
 * or a log breaks on, and no half of a surrogate pair, which cannot be written as UTF-8.
 */
public final class PlainText {
  private PlainText() {}

  /** Whether a name or an id, which is one line, can be carried as it is. */
  public static boolean isLine(String text) {
    return fit(text, false);
  }

  /** Whether text of any number of lines can be carried as it is. */
  public static boolean isProse(String text) {
    return fit(text, true);
  }

  /** As much of the text as can be carried, at most so many characters. */
  public static String of(String text, int longest) {
    StringBuilder plain = new StringBuilder(Math.min(text.length(), longest));
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int length = Character.charCount(point);
      if (plain.length() + length > longest) {
        break;
      }
      if (fit(point, true)) {
        plain.appendCodePoint(point);
      }
      at += length;
    }
    return plain.toString();
  }

  private static boolean fit(String text, boolean lines) {
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (!fit(point, lines)) {
        return false;
      }
      at += Character.charCount(point);
    }
    return true;
  }

  private static boolean fit(int point, boolean lines) {
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean layout = point == '\n' || point == '\r' || point == '\t';
    return !half && (lines && layout || !Character.isISOControl(point));
  }
}
