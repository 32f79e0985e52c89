package io.holdfast.ingestion.batch;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one request of the tracking API holds.
 *
 * @param calls the events to be kept
 * @param faults the events that can never be accepted, each with its reason
 * @param context what is said around all events; may be nothing
 * @param integrations likewise
 * @param writeKey in the body, where some senders have it
 */
public record Batch(
    List<Call> calls,
    List<Fault> faults,
    Slice context,
    Slice integrations,
    @Nullable String writeKey) {
  /** Bytes of a request, decompressed. */
  public static final int BYTES = 512_000;

  /** Bytes of one event. */
  static final int EVENT_BYTES = 32 * 1024;

  /** Events of one request. */
  static final int EVENTS = 2_500;

  /** Characters of a message id. */
  static final int MESSAGE_ID = 100;

  /** Into how many lanes the users of a source are divided at the most. */
  private static final int LANES = 8;

  /** Calls that go on the intake together, and the bytes of their events. */
  private static final int SHARE = 100;

  private static final int SHARE_BYTES = 64 * 1024;

  public Batch {
    calls = List.copyOf(calls);
    faults = List.copyOf(faults);
  }

  /**
   * The calls in shares of one lane each, in order. Those of one user have the same lane, in every
   * batch; what goes together costs the broker and the inbox little more than one call does. A
   * share is no larger than that a transaction of many of them stays small.
   */
  public List<Share> shares() {
    Map<String, List<Call>> lanes = new TreeMap<>();
    for (Call call : calls) {
      String lane = "lane-" + Math.floorMod(call.user().hashCode(), LANES);
      lanes.computeIfAbsent(lane, _ -> new ArrayList<>()).add(call);
    }
    List<Share> shares = new ArrayList<>();
    lanes.forEach((lane, all) -> cut(all).forEach(some -> shares.add(new Share(lane, some))));
    return shares;
  }

  private static List<List<Call>> cut(List<Call> calls) {
    List<List<Call>> parts = new ArrayList<>();
    int bytes = 0;
    for (Call call : calls) {
      bytes += call.event().length();
      if (parts.isEmpty() || parts.getLast().size() == SHARE || bytes > SHARE_BYTES) {
        parts.add(new ArrayList<>());
        bytes = call.event().length();
      }
      parts.getLast().add(call);
    }
    return parts;
  }

  /** How many came, taken or not. */
  public int events() {
    return calls.size() + faults.size();
  }

  /**
   * One event as it goes on the intake.
   *
   * @param user orders the events of one person: user id, anonymous id or group
   * @param event as it was sent
   */
  public record Call(CallType type, String messageId, String user, Instant at, Slice event) {}

  /** Calls of one lane, at most a hundred, of 64 KB or one alone. */
  public record Share(String lane, List<Call> calls) {}

  /**
   * One event that is refused for good; the client drops it and sends the others no more either.
   */
  @Schema(name = "EventFault")
  public record Fault(
      @Schema(description = "Its place in the batch, from 0") int index,
      @Nullable String messageId,
      String code,
      String message) {}
}
