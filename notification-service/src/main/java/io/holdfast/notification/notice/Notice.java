package io.holdfast.notification.notice;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.person.EmailAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be said about one alert.
 *
 * @param event {@code alert.opened}, {@code alert.worsened} or {@code alert.closed}
 * @param link the account's page in the console
 */
public record Notice(
    String event,
    Alert alert,
    String accountName,
    Optional<EmailAddress> owner,
    URI link,
    Instant at) {

  public static final String OPENED = "alert.opened";
  public static final String WORSENED = "alert.worsened";
  public static final String CLOSED = "alert.closed";
  public static final String DIGEST = "alert.digest";
  public static final String TEST = "channel.test";

  /** "Acme: Weekly active users 9 against 40 (−78%), now at risk". */
  public String subject() {
    return accountName + ": " + alert.warning().title();
  }
}
