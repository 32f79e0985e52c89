package io.holdfast.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.inbox.Records.Received;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenedTests {
  private static final TenantId TENANT = new TenantId("demo");

  @Test
  void neighboursOfOneTraceStayTogetherWhateverTheirSpans() {
    Opened first = opened("a", "00-1111-01-01");
    Opened second = opened("b", "00-1111-02-01");
    Opened third = opened("c", "00-2222-03-01");
    assertThat(Opened.byTrace(List.of(first, second, third)))
        .containsExactly(List.of(first, second), List.of(third));
  }

  @Test
  void orderIsKeptWhereATraceComesBack() {
    Opened first = opened("a", "00-1111-01-01");
    Opened second = opened("b", "00-2222-02-01");
    Opened third = opened("c", "00-1111-03-01");
    assertThat(Opened.byTrace(List.of(first, second, third)))
        .containsExactly(List.of(first), List.of(second), List.of(third));
  }

  @Test
  void messagesWithoutATraceAreAStretchOfTheirOwn() {
    Opened first = opened("a", null);
    Opened second = opened("b", "00-1111-01-01");
    assertThat(Opened.byTrace(List.of(first, second)))
        .containsExactly(List.of(first), List.of(second));
  }

  @Test
  void aBatchOfManyTracesIsOneStretch() {
    List<Opened> batch =
        IntStream.range(0, 9).mapToObj(i -> opened("m" + i, "00-" + i + "-01-01")).toList();
    assertThat(Opened.byTrace(batch)).containsExactly(batch);
  }

  private static Opened opened(String id, @Nullable String traceparent) {
    return new Opened(
        new Received(
            "holdfast.facts",
            0,
            0,
            null,
            traceparent == null ? Map.of() : Map.of("traceparent", traceparent),
            new byte[0]),
        new ReceivedMessage(id, "a.b.v1", TENANT, null, Instant.EPOCH, Map.of(), new byte[0]));
  }
}
