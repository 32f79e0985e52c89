package io.holdfast.ingestion.batch;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.batch.Batch.Call;
import io.holdfast.ingestion.batch.Batch.Fault;
import io.holdfast.ingestion.batch.EventTime.NotATime;
import io.holdfast.ingestion.batch.ToldEvent.Member;
import io.holdfast.ingestion.batch.ToldValue.Form;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.requests.Body;
import io.holdfast.tenancy.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges what came: each event alone, with what its batch says of all. */
public final class ReadBatch {
  private static final int NAME = 200;
  private final Instant arrived;
  private final Instant received;

  /**
   * @param arrived now by the real clock
   * @param received now by the business clock
   */
  public ReadBatch(Instant arrived, Instant received) {
    this.arrived = arrived;
    this.received = received;
  }

  public Instant received() {
    return received;
  }

  /**
   * Refuses a body that is neither a batch nor one event.
   *
   * @param single which call it is when the path says so
   */
  public Batch of(Body body, Optional<CallType> single) {
    ToldRequest told =
        body.tokens(
            Batch.BYTES, "batch", single.isPresent() ? ToldRequest::single : ToldRequest::list);
    if (!told.isObject()) {
      throw Problem.badRequest("malformed_json", "The body must be a JSON object.");
    }
    if (told.events() != null && told.events().size() > Batch.EVENTS) {
      throw Problem.tooLarge("too_many_events", "A batch may have 2,500 events.");
    }
    Batch batch =
        of(told, single)
            .orElseThrow(
                () -> Problem.badRequest("missing_batch", "The body needs a list named batch."));
    if (single.isPresent()
        && batch.faults().stream().anyMatch(fault -> fault.code().equals("event_too_large"))) {
      throw Problem.tooLarge("event_too_large", "An event may have 32 KB.");
    }
    return batch;
  }

  /** Empty when there is no list of events. */
  Optional<Batch> of(ToldRequest request, Optional<CallType> single) {
    return Optional.ofNullable(request.events()).map(events -> read(events, request, single));
  }

  private Batch read(List<ToldEvent> events, ToldRequest request, Optional<CallType> single) {
    Instant sentAt = single.isPresent() ? null : sentAt(request.common()).orElse(null);
    List<Call> calls = new ArrayList<>(events.size());
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      try {
        calls.add(call(events.get(i), request, single, sentAt));
      } catch (Refused refused) {
        faults.add(fault(i, events.get(i), refused.code, refused));
      } catch (NotATime notATime) {
        faults.add(fault(i, events.get(i), "invalid_time", notATime));
      }
    }
    return new Batch(calls, faults, request.context(), request.integrations(), request.writeKey());
  }

  private static Fault fault(int index, ToldEvent event, String code, Exception why) {
    ToldValue id = event.get(Member.MESSAGE_ID);
    return new Fault(
        index,
        id.form() == Form.TEXT ? PlainText.of(id.text(), Batch.MESSAGE_ID) : null,
        code,
        String.valueOf(why.getMessage()));
  }

  /**
   * What the batch adds to each event counts for each, or a batch of many events could grow without
   * limit.
   */
  private Call call(
      ToldEvent event, ToldRequest request, Optional<CallType> single, @Nullable Instant sentAt)
      throws Refused, NotATime {
    if (!event.isObject()) {
      throw new Refused("not_an_object", "an event must be a JSON object");
    }
    int shared = request.context().length() + request.integrations().length();
    if (event.json().length() + shared > Batch.EVENT_BYTES) {
      throw new Refused(
          "event_too_large", "an event may have 32 KB, with the context of its batch");
    }
    CallType type =
        single
            .or(() -> CallType.named(event.get(Member.TYPE).text()))
            .orElseThrow(
                () ->
                    new Refused(
                        "unknown_type",
                        "type must be track, identify, group, page, screen or alias"));
    String messageId = messageId(event);
    String user = required(event, type);
    if (type != CallType.GROUP) {
      text(
          event.tells(Member.CONTEXT_GROUP_ID) ? event : request.common(), Member.CONTEXT_GROUP_ID);
    }
    if (user == null) {
      throw new Refused("missing_user", "a call needs a userId or an anonymousId");
    }
    Instant own = sentAt(event).orElse(sentAt);
    return new Call(
        type, messageId, user, EventTime.of(event, own, arrived, received), event.json());
  }

  /** Only corrects a time; one that cannot be read leaves the time as it was told. */
  private static Optional<Instant> sentAt(ToldEvent event) {
    try {
      return EventTime.read(event, Member.SENT_AT);
    } catch (NotATime _) {
      return Optional.empty();
    }
  }

  private static String messageId(ToldEvent event) throws Refused {
    String id = text(event, Member.MESSAGE_ID);
    if (id == null) {
      return UuidCreator.getTimeOrderedEpoch().toString();
    }
    if (id.length() > Batch.MESSAGE_ID) {
      throw new Refused("message_id_too_long", "messageId may have 100 characters");
    }
    return id;
  }

  /** Checks what the call cannot do without and returns whom it is about. */
  private static @Nullable String required(ToldEvent event, CallType type) throws Refused {
    String userId = text(event, Member.USER_ID);
    String anonymousId = text(event, Member.ANONYMOUS_ID);
    String groupId = text(event, Member.GROUP_ID);
    switch (type) {
      case TRACK -> {
        if (text(event, Member.EVENT) == null) {
          throw new Refused("missing_event", "a track call needs the name of the event");
        }
      }
      case GROUP -> {
        if (groupId == null) {
          throw new Refused("missing_group_id", "a group call needs a groupId");
        }
      }
      case ALIAS -> {
        if (text(event, Member.PREVIOUS_ID) == null || userId == null) {
          throw new Refused("missing_ids", "an alias call needs previousId and userId");
        }
      }
      case IDENTIFY, PAGE, SCREEN -> text(event, Member.NAME);
    }
    String person = userId != null ? userId : anonymousId;
    return person == null && type == CallType.GROUP ? groupId : person;
  }

  /** A name or id, absent when blank. Numbers are taken as their text. */
  private static @Nullable String text(ToldEvent event, Member member) throws Refused {
    ToldValue told = event.get(member);
    if (told.form() == Form.NOTHING) {
      return null;
    }
    String text = told.text().strip();
    if (told.form() == Form.OTHER) {
      throw new Refused("invalid_" + member.field, member.field + " must be a text");
    }
    if (text.length() > NAME || !PlainText.isLine(text)) {
      throw new Refused(
          "invalid_" + member.field,
          member.field + " may have " + NAME + " characters and no control characters");
    }
    return text.isEmpty() ? null : text;
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
