package io.holdfast.ingestion.cloudevents;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.tenancy.Principal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Judges one event after another for its sender. */
final class ReadEvents {
  /** What somebody limited to some accounts can say without reaching into another account. */
  private static final Set<Kind> LIMITED = EnumSet.of(Kind.USAGE, Kind.FACT);

  private final Principal sender;
  private final Instant receivedAt;

  ReadEvents(Principal sender, Instant receivedAt) {
    this.sender = sender;
    this.receivedAt = receivedAt;
  }

  IntakePayload payload(JsonNode json) throws Refused {
    if (json.toString().getBytes(StandardCharsets.UTF_8).length > EventFormat.BYTES) {
      throw Refused.tooLarge("An event may have 64 KB.");
    }
    CloudEvent event = EventFormat.read(json);
    UUID sourceId = event.sourceId(sender.accounts().isPresent() ? sender.subject() : "");
    allowed(event);
    EventMeaning.of(event, sourceId, receivedAt);
    return new IntakePayload(
        sender.tenant(),
        sourceId,
        Objects.requireNonNullElse(event.subject(), event.id()),
        IntakePayload.CLOUD_EVENT,
        receivedAt,
        ReceivedEvent.json(event, sourceId, receivedAt));
  }

  private void allowed(CloudEvent event) throws Refused {
    if (sender.accounts().isEmpty()) {
      return;
    }
    Optional<Kind> kind = EventMeaning.kind(event);
    if (kind.isPresent() && !LIMITED.contains(kind.get())) {
      throw Refused.content(
          "limited_to_accounts",
          "type",
          "The token is limited to some accounts; it may send usage and facts.");
    }
    if (event.subject() == null || !sender.maySee(event.subject())) {
      throw Refused.content("unknown_account", "subject", "subject is no account you may see.");
    }
    JsonNode data = event.data();
    if (kind.isPresent() && data != null && (data.has("factId") || data.has("eventId"))) {
      throw Refused.content(
          "limited_to_accounts",
          "data",
          "The token is limited to some accounts; leave factId and eventId out, the id of the event"
              + " stands for them.");
    }
  }
}
