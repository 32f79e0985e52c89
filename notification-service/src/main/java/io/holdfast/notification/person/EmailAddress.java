package io.holdfast.notification.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address mail can be sent to, in lower case. */
public record EmailAddress(String value) {

  private static final String WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?=.{3,254}$)(?=[^@]{1,64}@)%1$s(\\.%1$s)*@%2$s(\\.%2$s)*".formatted(WORD, LABEL));

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address: " + value);
    }
  }

  /** The address if it is one. */
  public static Optional<EmailAddress> parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new EmailAddress(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
