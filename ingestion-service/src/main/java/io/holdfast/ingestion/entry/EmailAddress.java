package io.holdfast.ingestion.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address as everybody here compares it: in lower case. */
public final class EmailAddress {
  private static final int LONGEST = 254;
  private static final Pattern FORM = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

  private EmailAddress() {}

  /** Empty when the text is no address. */
  public static Optional<String> read(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches()
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
