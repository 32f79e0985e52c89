package io.holdfast.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.delivery.SendOutcome;
import io.holdfast.notification.delivery.SendOutcome.Accepted;
import io.holdfast.notification.delivery.SendOutcome.Failed;
import io.holdfast.notification.delivery.SendOutcome.Gone;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTests {

  private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void onlyTwoHundredsAreSuccess(int status) {
    assertThat(webhook(status, "")).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 503})
  void everythingElseIsTriedAgain(int status) {
    assertThat(webhook(status, "")).isInstanceOf(Failed.class);
  }

  @Test
  void goneIsForEver() {
    assertThat(webhook(410, "")).isInstanceOf(Gone.class);
  }

  @Test
  void readsRetryAfterAsSecondsAndAsDate() {
    assertThat(webhook(429, "120")).extracting("retryAfter").isEqualTo(Duration.ofMinutes(2));
    assertThat(webhook(503, "Mon, 09 Mar 2026 08:03:00 GMT"))
        .extracting("retryAfter")
        .isEqualTo(Duration.ofMinutes(3));
    assertThat(webhook(503, "Mon, 09 Mar 2026 07:00:00 GMT")).extracting("retryAfter").isNull();
    assertThat(webhook(503, "soon")).extracting("retryAfter").isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "200, ok, Accepted",
    "200, <html>, Failed",
    "429, rate_limited, Failed",
    "400, invalid_payload, Impossible",
    "404, no_service, Gone",
    "410, channel_is_archived, Gone",
    "500, rollup_error, Failed",
  })
  void slackSaysItInWords(int status, String said, String outcome) {
    SendOutcome read = Answers.ofSlack(new Answer(status, "", said), NOW);

    assertThat(read.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(read.detail()).contains(read instanceof Accepted ? "ok" : said);
  }

  private static SendOutcome webhook(int status, String retryAfter) {
    return Answers.ofWebhook(new Answer(status, retryAfter, ""), NOW);
  }
}
