package io.holdfast.notification.sending;

import io.holdfast.notification.delivery.SendOutcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer means. */
final class Answers {

  private static final Set<String> SLACK_IS_GONE =
      Set.of("no_service", "no_team", "team_disabled", "channel_not_found", "channel_is_archived");

  private Answers() {}

  /** Standard Webhooks: 2xx only is success, 410 means never again. */
  static SendOutcome ofWebhook(Answer answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new SendOutcome.Accepted("HTTP " + status);
    }
    if (status == 410) {
      return new SendOutcome.Gone("HTTP 410: the receiver wants nothing more");
    }
    if (status >= 300 && status < 400) {
      return new SendOutcome.Failed("HTTP " + status + ": redirects are not followed", null);
    }
    return new SendOutcome.Failed(words(answer), retryAfter(answer, now));
  }

  /** Slack: 200 with the text {@code ok}; errors are plain words. */
  static SendOutcome ofSlack(Answer answer, Instant now) {
    String said = answer.body().strip();
    if (answer.status() == 200 && said.equals("ok")) {
      return new SendOutcome.Accepted("ok");
    }
    if (answer.status() == 410 || SLACK_IS_GONE.contains(said)) {
      return new SendOutcome.Gone("Slack: " + words(answer));
    }
    if (answer.status() == 400) {
      return new SendOutcome.Impossible("Slack: " + words(answer));
    }
    return new SendOutcome.Failed(words(answer), retryAfter(answer, now));
  }

  private static String words(Answer answer) {
    String said = answer.body().strip();
    return "HTTP " + answer.status() + (said.isEmpty() ? "" : ": " + said);
  }

  /** Seconds or an HTTP date; what is neither asks for nothing. */
  private static @Nullable Duration retryAfter(Answer answer, Instant now) {
    String asked = answer.retryAfter().strip();
    if (asked.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(asked));
    }
    try {
      ZonedDateTime at = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(now, at.toInstant());
      return wait.isNegative() ? null : wait;
    } catch (DateTimeException _) {
      return null;
    }
  }
}
