package io.holdfast.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.inbox.Records.Received;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTests {
  private static final Map<String, String> GOOD =
      Map.of(
          "ce_id", "1",
          "ce_type", "a.b.v1",
          "ce_tenant", "demo",
          "ce_time", "2026-01-01T00:00:00Z",
          "ce_subject", "acme",
          "ce_load", "imp_1",
          "traceparent", "00-x");

  @Test
  void readsAttributesAndKeepsExtensions() {
    ReceivedMessage message = Envelope.open(record(GOOD));
    assertThat(message.id()).isEqualTo("1");
    assertThat(message.subject()).isEqualTo("acme");
    assertThat(message.extensions()).containsOnlyKeys("load");
  }

  @ParameterizedTest
  @CsvSource({"ce_id,''", "ce_type,''", "ce_tenant,Not A Tenant", "ce_time,yesterday"})
  void saysWhichAttributeIsNotAsItMustBe(String header, String value) {
    Map<String, String> headers = new HashMap<>(GOOD);
    headers.put(header, value);
    assertThatThrownBy(() -> Envelope.open(record(headers)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(" + header + "|tenant id).*");
  }

  private static Received record(Map<String, String> headers) {
    return new Received("topic", 0, 1, "key", headers, new byte[0]);
  }
}
