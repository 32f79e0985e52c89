package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Use;
import io.holdfast.ingestion.identity.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Segment's model in Holdfast's words: {@code track}, {@code page} and {@code screen} are usage,
 * {@code identify} is a contact, {@code group} an account.
 */
public final class Interpretation {
  private final ReceivedCall call;
  private final @Nullable String userId;
  private final @Nullable String anonymousId;
  private final @Nullable String contextGroup;

  private Interpretation(ReceivedCall call) {
    this.call = call;
    this.userId = text(call.event(), "userId");
    this.anonymousId = text(call.event(), "anonymousId");
    this.contextGroup = text(call.event().path("context"), "groupId");
  }

  public static Meaning of(ReceivedCall call) {
    return new Interpretation(call).meaning();
  }

  private Meaning meaning() {
    return switch (call.type()) {
      case TRACK -> used(text(call.event(), "event"));
      case PAGE -> used(named("page"));
      case SCREEN -> used(named("screen"));
      case IDENTIFY -> identified();
      case GROUP -> grouped();
      case ALIAS -> new Meaning(links(text(call.event(), "previousId"), null), List.of());
    };
  }

  private Meaning used(@Nullable String event) {
    JsonNode active = call.event().path("context").path("active");
    if (event == null || active.isBoolean() && !active.asBoolean()) {
      return new Meaning(links(anonymousId, null), List.of());
    }
    String eventId = call.sourceId() + ":" + call.messageId();
    String body =
        new JsonText()
            .text("eventId", eventId)
            .value("occurredAt", call.at())
            .number("count", 1L)
            .end();
    return new Meaning(
        links(anonymousId, null),
        List.of(entry(Kind.USAGE, eventId, accounts(), new Use(event, person()), body)));
  }

  private String named(String what) {
    String name = text(call.event(), "name");
    if (name == null) {
      name = text(call.event().path("properties"), what.equals("page") ? "path" : "name");
    }
    return name == null ? what : what + ": " + name;
  }

  private Meaning identified() {
    Map<String, String> told = Traits.ofContact(call.event().path("traits"));
    List<Entry> entries = new ArrayList<>();
    if (userId != null) {
      entries.add(entry(Kind.CONTACT, userId, accounts(), null, json(told)));
    }
    return new Meaning(links(anonymousId, contextGroup), entries);
  }

  private Meaning grouped() {
    String groupId = text(call.event(), "groupId");
    if (groupId == null) {
      return new Meaning(List.of(), List.of());
    }
    String body = json(Traits.ofAccount(groupId, call.event().path("traits")));
    return new Meaning(
        links(anonymousId, groupId),
        List.of(entry(Kind.ACCOUNT, groupId, List.of(Reference.account(groupId)), null, body)));
  }

  /** What is said of somebody for a later time is said now, or nothing could be said after it. */
  private Instant said() {
    return call.at().isAfter(call.receivedAt()) ? call.receivedAt() : call.at();
  }

  private List<Link> links(@Nullable String visitor, @Nullable String account) {
    List<Link> links = new ArrayList<>();
    if (userId != null && visitor != null && !visitor.equals(userId)) {
      links.add(new Link.Unmasking(visitor, userId, said(), call.receivedAt()));
    }
    if (userId != null && account != null) {
      links.add(new Link.Membership(userId, account, said()));
    }
    return links;
  }

  private List<Reference> accounts() {
    if (contextGroup != null) {
      return List.of(Reference.account(contextGroup));
    }
    Reference person = person();
    return person == null ? List.of() : List.of(person);
  }

  private @Nullable Reference person() {
    if (userId != null) {
      return Reference.user(userId);
    }
    return anonymousId == null ? null : Reference.anonymous(anonymousId);
  }

  private Entry entry(
      Kind kind, String key, List<Reference> accounts, @Nullable Use use, String body) {
    return new Entry(
        kind,
        key,
        accounts,
        use,
        kind.happened() ? call.at() : said(),
        body,
        Knowledge.observed(call.receivedAt()),
        call.sourceId().toString(),
        0);
  }

  private static String json(Map<String, String> told) {
    JsonText text = new JsonText();
    told.forEach(text::text);
    return text.end();
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isString() && !value.isNumber()) {
      return null;
    }
    String text = value.asString().strip();
    return text.isEmpty() || text.length() > 200 || !PlainText.isLine(text) ? null : text;
  }
}
