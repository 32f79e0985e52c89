package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.messaging.Timers;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.erasing.ErasedPerson;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import io.micrometer.context.ContextRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** One trace in all that a request, a message or a timer writes and logs. */
@ExtendWith(OutputCaptureExtension.class)
class TracesIT extends Probed {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

  @Autowired TenantTransactions tenants;
  @Autowired Timers timers;
  @Autowired MovableClock clock;
  @Autowired Traceparent traces;

  @Test
  void aMessageWrittenInsideARequestCarriesTheRequestsTrace(CapturedOutput log) {
    http.post()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "accounts:write"))
        .header("traceparent", traceparent)
        .bodyValue(Map.of("text", "asked"))
        .exchange()
        .expectStatus()
        .isOk();

    assertThat(traceparentOf("asked")).startsWith("00-" + trace + "-");
    assertLogged(log, "POST /api/notes answered 200");
  }

  @Test
  void aRequestThatFailsIsLoggedUnderItsTrace(CapturedOutput log) {
    http.get()
        .uri("/api/notes/" + UUID.randomUUID())
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "accounts:read"))
        .header("traceparent", traceparent)
        .exchange()
        .expectStatus()
        .is5xxServerError();

    assertLogged(log, "failed, reference");
  }

  @Test
  void whatAMessageCausesGoesOnWithItsTrace(CapturedOutput log) {
    send("probe.note.v1", Map.of("text", "told"));
    send(
        "ingestion.contact-erased.v1",
        Map.of(
            "contactIds",
            List.of("somebody-4711"),
            "addresses",
            List.of(ErasedPerson.digest("somebody@person.example", "erased-4711")),
            "opaqueId",
            "erased-4711",
            "facts",
            List.of()));

    assertThat(traceparentOf("told")).startsWith("00-" + trace + "-");
    assertLogged(log, "an erased person of tenant " + tenant + " was removed");
  }

  @Test
  void whatATimerCausesGoesOnWithTheTraceInWhichItWasSet() {
    TenantId id = new TenantId(tenant);
    Instant due = clock.instant();
    traces.goOn(
        traceparent,
        "test",
        () ->
            tenants
                .run(id, () -> timers.set(id, "note", "a", due, "rang"))
                .contextWrite(traces::handOn)
                .block());

    assertThat(traceparentOf("timer rang")).startsWith("00-" + trace + "-");
  }

  @Test
  void noTraceIsHandedToThreads() {
    assertThat(ContextRegistry.getInstance().getThreadLocalAccessors()).isEmpty();
  }

  private void send(String type, Map<String, Object> body) {
    Map<String, String> headers = TestKafka.headers(tenant, "acme", type, Instant.EPOCH);
    headers.put("traceparent", traceparent);
    TestKafka.send("holdfast.facts", tenant, headers, JsonMapper.shared().writeValueAsString(body));
  }

  private String traceparentOf(String note) {
    return String.valueOf(
        TestKafka.received(
                "holdfast.health",
                message -> message.tenant().equals(tenant) && message.json().contains(note))
            .getFirst()
            .headers()
            .get("traceparent"));
  }

  private void assertLogged(CapturedOutput log, String words) {
    await("a line with '" + words + "' under the trace " + trace)
        .atMost(SOON)
        .until(
            () ->
                log.getOut()
                    .lines()
                    .filter(line -> line.contains("\"traceId\":\"" + trace))
                    .anyMatch(line -> line.contains(words)));
  }
}
