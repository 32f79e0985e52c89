package io.holdfast.ingestion.tracking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one request of the tracking API holds.
 *
 * @param calls the events to be kept
 * @param faults the events that can never be accepted, each with its reason
 */
record Batch(List<Call> calls, List<Fault> faults) {
  /** Bytes of a request, decompressed. */
  static final int BYTES = 512_000;

  /** Bytes of one event. */
  static final int EVENT_BYTES = 32 * 1024;

  /** Events of one request. */
  static final int EVENTS = 2_500;

  /** Characters of a message id. */
  static final int MESSAGE_ID = 100;

  Batch {
    calls = List.copyOf(calls);
    faults = List.copyOf(faults);
  }

  /** How many came, taken or not. */
  int events() {
    return calls.size() + faults.size();
  }

  /**
   * One event as it goes on the intake.
   *
   * @param user orders the events of one person: user id, anonymous id or group
   * @param event with the context of its batch
   */
  record Call(CallType type, String messageId, String user, Instant at, ObjectNode event) {}

  /**
   * One event that is refused for good; the client drops it and sends the others no more either.
   */
  @Schema(name = "EventFault")
  record Fault(
      @Schema(description = "Its place in the batch, from 0") int index,
      @Nullable String messageId,
      String code,
      String message) {}
}
