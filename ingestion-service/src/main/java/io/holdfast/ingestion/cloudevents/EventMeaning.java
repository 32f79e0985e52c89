package io.holdfast.ingestion.cloudevents;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Use;
import io.holdfast.ingestion.imports.ObjectReading;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event says. Types {@code io.holdfast.<kind>.v1} are the kinds of an import, their data
 * the columns of one; every other type is use of that name.
 */
final class EventMeaning {
  /** What entries of this door say they came from. */
  static final String SOURCE = "cloudevents";

  private static final String OURS = "io.holdfast.";
  private static final String VERSION = ".v1";
  private static final long MOST_USES = 1_000_000_000;

  /** The column that has the time of an event, where a kind has one. */
  private static final Map<Kind, String> TIMES =
      Map.of(
          Kind.USAGE, "occurredAt",
          Kind.TICKET, "openedAt",
          Kind.SURVEY, "answeredAt",
          Kind.MEETING, "heldAt",
          Kind.FACT, "happenedAt");

  private static final Map<Kind, String> IDS = Map.of(Kind.USAGE, "eventId", Kind.FACT, "factId");

  private EventMeaning() {}

  /** The kind an event is of; empty when it is use under a name of the sender's own. */
  static Optional<Kind> kind(CloudEvent event) throws Refused {
    if (!event.type().startsWith(OURS)) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (event.type().equals(OURS + kind.name().toLowerCase(Locale.ROOT) + VERSION)) {
        return Optional.of(kind);
      }
    }
    throw Refused.content(
        "unknown_type",
        "type",
        "type begins with io.holdfast. and is none of io.holdfast.{account, contact, subscription,"
            + " invoice, ticket, usage, survey, meeting, outcome, fact, rate}.v1");
  }

  static Entry of(CloudEvent event, UUID sourceId, Instant receivedAt) throws Refused {
    Optional<Kind> kind = kind(event);
    String key = sourceId + ":" + event.id();
    return kind.isPresent()
        ? record(event, kind.get(), key, receivedAt)
        : used(event, key, receivedAt);
  }

  private static Entry record(CloudEvent event, Kind kind, String key, Instant receivedAt)
      throws Refused {
    if (!(event.data() instanceof ObjectNode told)) {
      throw Refused.content("invalid_data", "data", "data must be a JSON object.");
    }
    ObjectNode data = told.deepCopy();
    if (event.subject() != null) {
      if (data.hasNonNull("accountId")
          && !data.path("accountId").asString("").equals(event.subject())) {
        throw Refused.content(
            "invalid_data", "accountId", "accountId differs from subject, which is the account.");
      }
      if (kind != Kind.RATE) {
        data.put("accountId", event.subject());
      }
    }
    String time = TIMES.get(kind);
    if (time != null && event.time() != null && !data.hasNonNull(time)) {
      data.put(time, event.time().toString());
    }
    String id = IDS.get(kind);
    if (id != null && !data.hasNonNull(id)) {
      data.put(id, key);
    }
    ObjectReading.Read read = new ObjectReading(kind, receivedAt, SOURCE).read(data);
    Entry entry = read.entry();
    if (entry == null) {
      ObjectReading.Fault fault = read.faults().getFirst();
      throw Refused.content(fault.code(), fault.field(), fault.message());
    }
    return entry;
  }

  private static Entry used(CloudEvent event, String key, Instant receivedAt) throws Refused {
    JsonNode data = event.data() == null ? Json.MAPPER.missingNode() : event.data();
    String userId = name(data, "userId");
    String anonymousId = name(data, "anonymousId");
    Reference person =
        userId != null
            ? Reference.user(userId)
            : anonymousId == null ? null : Reference.anonymous(anonymousId);
    if (event.subject() == null && person == null) {
      throw Refused.content(
          "missing_subject",
          "subject",
          "An event needs subject, which is the account, or data.userId to find it by.");
    }
    Instant at = event.time() == null ? receivedAt : event.time();
    return new Entry(
        Kind.USAGE,
        key,
        event.subject() == null
            ? person == null ? List.of() : List.of(person)
            : List.of(Reference.account(event.subject())),
        new Use(event.type(), person),
        at,
        new JsonText()
            .text("eventId", key)
            .value("occurredAt", at)
            .number("count", count(data))
            .end(),
        Knowledge.observed(receivedAt),
        SOURCE,
        0);
  }

  private static @Nullable String name(JsonNode data, String member) throws Refused {
    JsonNode value = data.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    String text = value.isString() || value.isNumber() ? value.asString().strip() : "";
    if (text.isEmpty() || text.length() > 200 || !PlainText.isLine(text)) {
      throw Refused.content(
          "invalid_data", member, "data." + member + " must be a text of 1 to 200 characters.");
    }
    return text;
  }

  private static long count(JsonNode data) throws Refused {
    JsonNode value = data.path("count");
    if (value.isMissingNode() || value.isNull()) {
      return 1;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.asLong() < 1
        || value.asLong() > MOST_USES) {
      throw Refused.content(
          "invalid_data", "count", "data.count must be a whole number from 1 to 1,000,000,000.");
    }
    return value.asLong();
  }
}
