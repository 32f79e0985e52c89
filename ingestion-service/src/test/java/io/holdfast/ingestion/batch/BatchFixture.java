package io.holdfast.ingestion.batch;

import io.holdfast.ingestion.requests.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What the door makes of a list of events that arrives a week before its business time. */
public final class BatchFixture {
  static final Instant ARRIVED = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant RECEIVED = Instant.parse("2026-03-08T12:00:00Z");

  private BatchFixture() {}

  public static Batch batch(String json) {
    ToldRequest told =
        told(json.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(fault -> new AssertionError(fault.message()));
    return new ReadBatch(ARRIVED, RECEIVED).of(told, Optional.empty()).orElseThrow();
  }

  static Json<ToldRequest> told(byte[] body) {
    return Json.tokens(body, json -> ToldRequest.list(body, json));
  }
}
