package io.holdfast.ingestion.entry;

import java.util.Locale;

/** How an entry names the account it belongs to, before it is known which one that is. */
public record Reference(Scheme scheme, String value) {

  /**
   * ACCOUNT: the tenant's own id. EXTERNAL: {@code system=id}. The others lead to an account by way
   * of what they name.
   */
  public enum Scheme {
    ACCOUNT,
    EXTERNAL,
    USER,
    ANONYMOUS,
    SUBSCRIPTION
  }

  public static Reference account(String id) {
    return new Reference(Scheme.ACCOUNT, id);
  }

  public static Reference external(String system, String id) {
    return new Reference(Scheme.EXTERNAL, system + "=" + id);
  }

  public static Reference user(String id) {
    return new Reference(Scheme.USER, id);
  }

  public static Reference anonymous(String id) {
    return new Reference(Scheme.ANONYMOUS, id);
  }

  public static Reference subscription(String id) {
    return new Reference(Scheme.SUBSCRIPTION, id);
  }

  public static Reference parse(String text) {
    int colon = text.indexOf(':');
    return new Reference(
        Scheme.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
        text.substring(colon + 1));
  }

  /** The stored form, {@code scheme:value}. */
  public String text() {
    return scheme.name().toLowerCase(Locale.ROOT) + ":" + value;
  }

  /** Why an entry waits while this leads to no account. */
  public Reason missing() {
    return switch (scheme) {
      case ACCOUNT, EXTERNAL, SUBSCRIPTION -> Reason.UNKNOWN_ACCOUNT;
      case USER, ANONYMOUS -> Reason.NO_ACCOUNT;
    };
  }
}
