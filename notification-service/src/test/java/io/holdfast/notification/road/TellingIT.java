package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.holdfast.notification.road.Receiver.Call;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class TellingIT extends Road {
  @Test
  void aBandThatFallsIsToldByMailSlackAndSignedWebhookWithTheSpecificDrop() throws Exception {
    String owner = "ana-" + tenant + "@larkfield.example";
    String secret =
        channel(Map.of("type", "webhook", "name", "Hook", "url", RECEIVER.url("/hook-" + tenant)))
            .required("secret")
            .asString();
    channel(Map.of("type", "slack", "name", "CS", "url", RECEIVER.url("/slack-" + tenant)));

    band("acme", "Acme & Söhne", owner, "healthy", "at_risk", "clock");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(mailTo(owner)).hasSize(1);
              assertThat(RECEIVER.calls("/hook-" + tenant)).hasSize(1);
              assertThat(RECEIVER.calls("/slack-" + tenant)).hasSize(1);
            });
    MimeMessage mail = mailTo(owner).getFirst();
    assertThat(mail.getSubject())
        .isEqualTo("Acme & Söhne: Weekly active users 9 against 40 (−78%), now at risk");
    assertThat(mail.getMessageID()).matches("<msg_[0-9a-f]{32}@larkfield\\.example>");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat((String) parts.getBodyPart(0).getContent()).contains("9, own baseline 40", "(−78%)");
    assertThat((String) parts.getBodyPart(1).getContent()).contains("Acme &amp; Söhne", "−78%");

    Call call = RECEIVER.calls("/hook-" + tenant).getFirst();
    assertThatCode(() -> new Webhook(secret).verify(call.body(), call.headers()))
        .doesNotThrowAnyException();
    assertThat(call.body())
        .contains("\"type\":\"alert.opened\"")
        .contains("\"kind\":\"voluntary\"")
        .contains("\"value\":9,", "\"baseline\":40,", "\"changePercent\":-78")
        .contains("/accounts/acme");
    assertThat(call.header("traceparent")).startsWith("00-" + trace);
    assertThat(RECEIVER.calls("/slack-" + tenant).getFirst().body())
        .contains("Acme &amp; Söhne: Weekly active users 9 against 40 (−78%), now at risk");

    JsonNode alert = first("/api/v1/alerts?account=acme&state=open");
    assertThat(alert.required("title").asString())
        .isEqualTo("Weekly active users 9 against 40 (−78%), now at risk");
    assertThat(alert.required("owner").asString()).isEqualTo(owner);
    JsonNode run = first("/api/v1/play-runs?account=acme");
    assertThat(run.required("outcome").asString()).isEqualTo("completed");
    assertThat(first(run, "audit").required("outcome").asString()).isEqualTo("told");
    assertThat(items("/api/v1/deliveries?alert=" + alert.required("alertId").asString()).size())
        .isEqualTo(3);
    TestKafka.received("holdfast.interventions", 3, message -> message.tenant().equals(tenant))
        .forEach(message -> Contracts.check(message.type(), message.json()));
  }

  @Test
  void aSilenceOfTheFleetIsToldOnceToManagersAdministratorsAndChannelsThatTakeIt()
      throws Exception {
    String manager = "lea-" + tenant + "@larkfield.example";
    String admin = "ada-" + tenant + "@larkfield.example";
    String owner = "ana-" + tenant + "@larkfield.example";
    appoint(manager, "manager");
    appoint(admin, "admin");
    appoint(owner, "csm");
    channel(
        Map.of(
            "type",
            "webhook",
            "name",
            "Operations",
            "url",
            RECEIVER.url("/hook-" + tenant),
            "events",
            List.of("fleet.silent")));

    fleetGap(12, 11);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(mailTo(manager)).hasSize(1);
              assertThat(mailTo(admin)).hasSize(1);
              assertThat(RECEIVER.calls("/hook-" + tenant)).hasSize(1);
            });
    fleetGapEnded();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(mailTo(manager)).hasSize(2);
              assertThat(mailTo(admin)).hasSize(2);
            });

    assertThat(mailTo(manager).getFirst().getSubject())
        .isEqualTo("11 of 12 accounts did not use the product on 9 March 2026");
    assertThat(mailTo(manager).getLast().getSubject())
        .isEqualTo("The missing use on 9 March 2026 has come");
    assertThat(mailTo(owner)).isEmpty();
    assertThat(RECEIVER.calls("/hook-" + tenant)).hasSize(1);
    assertThat(items("/api/v1/alerts").size()).isZero();
    assertThat(items("/api/v1/deliveries").valueStream().map(one -> one.get("event").asString()))
        .contains("fleet.silent", "fleet.silence_over");
  }

  private void appoint(String email, String role) {
    as(tenant, "PUT", "/api/v1/people/" + email, Map.of("name", email, "roles", List.of(role)))
        .expectStatus()
        .is2xxSuccessful();
  }

  @Test
  void whatIsSentIsLoggedUnderTheTraceThatCausedIt(CapturedOutput log) {
    channel(Map.of("type", "webhook", "name", "Hook", "url", RECEIVER.url("/hook-" + tenant)));

    band("acme", "Acme", "ana-" + tenant + "@larkfield.example", "healthy", "at_risk", "clock");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(log.getOut().lines().filter(line -> line.contains(trace)))
                    .anyMatch(line -> line.contains("webhook "))
                    .anyMatch(line -> line.contains("email ")));
  }

  @Test
  void theSameBandAgainOpensNothingAndHealthClosesIt() {
    String owner = "bo-" + tenant + "@larkfield.example";
    band("acme", "Acme", owner, "healthy", "at_risk", "live");
    band("acme", "Acme", owner, "watch", "at_risk", "live");
    band("acme", "Acme", owner, "watch", "healthy", "live");

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/alerts?state=closed").size()).isEqualTo(1));
    assertThat(items("/api/v1/alerts").size()).isEqualTo(1);
    assertThat(first("/api/v1/alerts").required("verdict").isNull()).isTrue();
    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(owner)).hasSize(1));
    TestKafka.received(
            "holdfast.interventions",
            message ->
                message.tenant().equals(tenant)
                    && message.type().equals("notification.alert-closed.v1"))
        .forEach(message -> Contracts.check(message.type(), message.json()));
  }

  @Test
  void aWorseBandIsToldAgainUnderTheSameAlert() {
    String owner = "cy-" + tenant + "@larkfield.example";
    band("acme", "Acme", owner, "healthy", "at_risk", "live");
    band("acme", "Acme", owner, "at_risk", "critical", "live");

    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(owner)).hasSize(2));
    assertThat(items("/api/v1/alerts").size()).isEqualTo(1);
    assertThat(first("/api/v1/alerts").required("severity").asString()).isEqualTo("critical");
  }

  @Test
  void aFailedChargeIsToldToTheBillingOwnerAndMutesTheUsageAlert() throws Exception {
    String owner = "di-" + tenant + "@larkfield.example";
    String billing = "billing-" + tenant + "@larkfield.example";
    as(
            tenant,
            "PUT",
            "/api/v1/people/" + billing,
            Map.of("name", "Bo Billing", "roles", List.of("billing_owner"), "timeZone", "UTC"))
        .expectStatus()
        .isOk();
    account("acme", "Acme", owner);
    fact("acme", "charge_failed", clock.instant().minus(Duration.ofHours(1)), "");

    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(billing)).hasSize(1));
    assertThat(mailTo(billing).getFirst().getSubject())
        .isEqualTo("Acme: Payment of 1,249.50 USD failed for invoice in-77");
    assertThat(items("/api/v1/alerts?kind=involuntary").size()).isEqualTo(1);

    band("acme", "Acme", owner, "healthy", "critical", "live");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        first("/api/v1/play-runs?play=escalation-handshake")
                            .required("waitingFor")
                            .asString())
                    .isEqualTo("payment_alert"));
    assertThat(mailTo(owner)).isEmpty();

    fact("acme", "payment_recovered", clock.instant(), "");
    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(owner)).hasSize(1));
    assertThat(items("/api/v1/alerts?state=open").size()).isEqualTo(1);
  }

  @Test
  void eachFailedChargeIsToldOnceAndTheLastRecoveryClosesTheAlert() {
    String owner = "ed-" + tenant + "@larkfield.example";
    Instant failed = clock.instant().minus(Duration.ofHours(2));
    account("acme", "Acme", owner);
    fact("acme", "charge_failed", "in-77", failed, "");
    fact("acme", "charge_failed", "in-77", failed.plusSeconds(60), "");
    fact("acme", "charge_failed", "in-78", failed.plusSeconds(120), "");

    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(owner)).hasSize(2));
    assertThat(items("/api/v1/alerts").size()).isEqualTo(1);

    fact("acme", "payment_recovered", "in-78", failed.plusSeconds(600), "");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(first("/api/v1/alerts?state=open").required("reasons").size())
                    .isEqualTo(1));
    fact("acme", "payment_recovered", "in-77", failed.plusSeconds(700), "");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/alerts?state=closed").size()).isEqualTo(1));

    fact("acme", "charge_failed", "in-77", failed, "");
    fact("acme", "charge_failed", "in-79", failed.plusSeconds(800), "");
    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(owner)).hasSize(3));
    assertThat(items("/api/v1/alerts").size()).isEqualTo(2);
    assertThat(first(first("/api/v1/alerts?state=open"), "reasons").required("about").asString())
        .isEqualTo("in-79");
  }

  @Test
  void anAccountWithoutAnOwnerIsToldToTheManagers() {
    String manager = "lead-" + tenant + "@larkfield.example";
    as(
            tenant,
            "PUT",
            "/api/v1/people/" + manager,
            Map.of("name", "Lea Lead", "roles", List.of("manager")))
        .expectStatus()
        .isOk();

    band("acme", "Acme", "", "healthy", "critical", "live");

    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(manager)).hasSize(1));
  }

  @Test
  void whenNobodyCanBeReachedTheRunSaysSo() {
    band("acme", "Acme", "", "healthy", "critical", "live");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode run = first("/api/v1/play-runs");
              assertThat(run.required("outcome").asString()).isEqualTo("unreachable");
              assertThat(first(run, "audit").required("outcome").asString())
                  .isEqualTo("no_recipient");
            });
  }
}
