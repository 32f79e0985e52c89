package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.requests.Json;
import io.holdfast.ingestion.tracking.Batch.Call;
import io.holdfast.ingestion.tracking.Batch.Fault;
import io.holdfast.ingestion.tracking.EventTime.NotATime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a batch apart: what is common goes into each event, and each event is judged alone. */
final class ReadBatch {
  private static final int NAME = 200;
  private final Instant arrived;
  private final Instant received;

  /**
   * @param arrived now by the real clock
   * @param received now by the business clock
   */
  ReadBatch(Instant arrived, Instant received) {
    this.arrived = arrived;
    this.received = received;
  }

  Instant received() {
    return received;
  }

  /** A body of one event; the path says which call it is. */
  Batch single(ObjectNode event, CallType type) {
    ObjectNode common = Json.MAPPER.createObjectNode();
    return read(List.of(event.put("type", type.name())), common);
  }

  /** A body with a list of events, empty when {@code batch} is not a list. */
  Optional<Batch> list(ObjectNode body) {
    JsonNode batch = body.path("batch");
    if (!batch.isArray()) {
      return Optional.empty();
    }
    List<JsonNode> events = new ArrayList<>(batch.size());
    batch.forEach(events::add);
    return Optional.of(read(events, body));
  }

  private Batch read(List<JsonNode> events, ObjectNode common) {
    int shared = bytes(common.path("context")) + bytes(common.path("integrations"));
    List<Call> calls = new ArrayList<>(events.size());
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      String messageId =
          events.get(i).path("messageId").isString()
              ? PlainText.of(events.get(i).path("messageId").asString(), Batch.MESSAGE_ID)
              : null;
      try {
        calls.add(call(events.get(i), common, shared));
      } catch (Refused refused) {
        faults.add(new Fault(i, messageId, refused.code, String.valueOf(refused.getMessage())));
      } catch (NotATime notATime) {
        faults.add(new Fault(i, messageId, "invalid_time", String.valueOf(notATime.getMessage())));
      }
    }
    return new Batch(calls, faults);
  }

  /**
   * @param shared bytes of what the batch adds to each event; they count, or a batch of many events
   *     could grow without limit
   */
  private Call call(JsonNode node, ObjectNode common, int shared) throws Refused, NotATime {
    if (!(node instanceof ObjectNode event)) {
      throw new Refused("not_an_object", "an event must be a JSON object");
    }
    if (bytes(event) + shared > Batch.EVENT_BYTES) {
      throw new Refused(
          "event_too_large", "an event may have 32 KB, with the context of its batch");
    }
    merge(event, common);
    CallType type =
        CallType.named(event.path("type").asString(""))
            .orElseThrow(
                () ->
                    new Refused(
                        "unknown_type",
                        "type must be track, identify, group, page, screen or alias"));
    String messageId = messageId(event);
    String user = required(event, type);
    Instant sentAt = sentAt(event).or(() -> sentAt(common)).orElse(null);
    Instant at = EventTime.of(event, sentAt, arrived, received);
    return new Call(type, messageId, user, at, event);
  }

  private static int bytes(JsonNode node) {
    return node.isMissingNode() ? 0 : node.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /** Only corrects a time; one that cannot be read leaves the time as it was told. */
  private static Optional<Instant> sentAt(ObjectNode node) {
    try {
      return EventTime.read(node, "sentAt");
    } catch (NotATime _) {
      return Optional.empty();
    }
  }

  private static String messageId(ObjectNode event) throws Refused {
    String id = text(event, "messageId");
    if (id == null) {
      return UUID.randomUUID().toString();
    }
    if (id.length() > Batch.MESSAGE_ID) {
      throw new Refused("message_id_too_long", "messageId may have 100 characters");
    }
    return id;
  }

  /** Checks what the call cannot do without and returns whom it is about. */
  private static String required(ObjectNode event, CallType type) throws Refused {
    String userId = text(event, "userId");
    String anonymousId = text(event, "anonymousId");
    String groupId = text(event, "groupId");
    switch (type) {
      case TRACK -> {
        if (text(event, "event") == null) {
          throw new Refused("missing_event", "a track call needs the name of the event");
        }
      }
      case GROUP -> {
        if (groupId == null) {
          throw new Refused("missing_group_id", "a group call needs a groupId");
        }
        return userId != null ? userId : anonymousId != null ? anonymousId : groupId;
      }
      case ALIAS -> {
        if (text(event, "previousId") == null || userId == null) {
          throw new Refused("missing_ids", "an alias call needs previousId and userId");
        }
      }
      case IDENTIFY, PAGE, SCREEN -> text(event, "name");
    }
    text(event.path("context"), "groupId");
    if (userId == null && anonymousId == null) {
      throw new Refused("missing_user", "a call needs a userId or an anonymousId");
    }
    return userId != null ? userId : Objects.requireNonNull(anonymousId);
  }

  /** A name or id, absent when blank. Numbers are taken as their text. */
  static @Nullable String text(JsonNode node, String field) throws Refused {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString() && !value.isNumber()) {
      throw new Refused("invalid_" + field, field + " must be a text");
    }
    String text = value.asString().strip();
    if (text.length() > NAME || !PlainText.isLine(text)) {
      throw new Refused(
          "invalid_" + field,
          field + " may have " + NAME + " characters and no control characters");
    }
    return text.isEmpty() ? null : text;
  }

  /** What the batch says of all its events stands in each, unless that says otherwise. */
  private static void merge(ObjectNode event, ObjectNode common) {
    for (String field : List.of("context", "integrations")) {
      if (common.path(field) instanceof ObjectNode shared) {
        ObjectNode both = Json.MAPPER.createObjectNode().setAll(shared);
        if (event.path(field) instanceof ObjectNode own) {
          both.setAll(own);
        }
        event.set(field, both);
      }
    }
  }

  /** One event's permanent fault. */
  static final class Refused extends Exception {
    private final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }
  }
}
