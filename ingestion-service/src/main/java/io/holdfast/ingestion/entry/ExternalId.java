package io.holdfast.ingestion.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account's id in another system, such as {@code stripe} and {@code cus_1}.
 *
 * @param system in lower case, 1–40 letters, digits and {@code _.-}
 * @param id 1–200 characters on one line, as the other system writes it
 */
public record ExternalId(String system, String id) {
  private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
  private static final int LONGEST = 200;

  public static Optional<ExternalId> read(String system, String id) {
    String name = system.strip();
    String value = id.strip();
    boolean known =
        SYSTEM.matcher(name).matches()
            && !value.isEmpty()
            && value.length() <= LONGEST
            && PlainText.isLine(value);
    return known
        ? Optional.of(new ExternalId(name.toLowerCase(Locale.ROOT), value))
        : Optional.empty();
  }
}
