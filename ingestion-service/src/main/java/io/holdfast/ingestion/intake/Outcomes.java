package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.batch.CallType;
import io.holdfast.ingestion.cloudevents.ReceivedEvent;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.facts.ReceivedFacts;
import io.holdfast.ingestion.identity.Link;
import io.holdfast.ingestion.live.RecentEvent;
import io.holdfast.ingestion.mapping.ReceivedDelivery;
import io.holdfast.ingestion.stripe.StripeEvent;
import io.holdfast.ingestion.tracking.Meaning;
import io.holdfast.ingestion.tracking.ReceivedCall;
import io.holdfast.ingestion.tracking.RefusedEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of the payloads of one batch, to be shown. */
final class Outcomes {
  private static final String CLOUD_EVENTS = "cloudevents";
  private final List<RecentEvent> all = new ArrayList<>();

  List<RecentEvent> all() {
    return all;
  }

  void refused(RefusedEvents refused) {
    for (RefusedEvents.Refused one : refused.events()) {
      all.add(
          new RecentEvent(
              refused.sourceId().toString(),
              refused.receivedAt(),
              "unknown",
              one.messageId(),
              null,
              null,
              "rejected",
              one.code(),
              null));
    }
  }

  void kept(StripeEvent event) {
    add(event.sourceId().toString(), event.receivedAt(), event.type(), event.id(), "kept", null);
  }

  void repeatedCalls(List<ReceivedCall> calls, List<ReceivedCall> fresh) {
    Set<ReceivedCall> known = identities(fresh);
    calls.stream()
        .filter(call -> !known.contains(call))
        .forEach(
            call ->
                all.add(
                    new RecentEvent(
                        call.sourceId().toString(),
                        call.receivedAt(),
                        call.type().name().toLowerCase(Locale.ROOT),
                        call.messageId(),
                        name(call),
                        null,
                        code(Verdict.DUPLICATE),
                        null,
                        call.event())));
  }

  /**
   * @param circular names whose joining with another joined nobody
   */
  void calls(
      List<ReceivedCall> calls,
      Map<ReceivedCall, Meaning> meanings,
      Verdicts verdicts,
      Set<String> circular) {
    for (ReceivedCall call : calls) {
      Meaning meaning = Objects.requireNonNull(meanings.get(call));
      List<Entry> entries = meaning.entries();
      boolean joinsNobody = call.type() == CallType.ALIAS && joinsNobody(meaning, circular);
      Verdict verdict =
          joinsNobody
              ? Verdict.DUPLICATE
              : entries.isEmpty() ? Verdict.ACCEPTED : verdict(entries, verdicts);
      all.add(
          new RecentEvent(
              call.sourceId().toString(),
              call.receivedAt(),
              call.type().name().toLowerCase(Locale.ROOT),
              call.messageId(),
              entries.stream()
                  .filter(entry -> entry.use() != null)
                  .map(entry -> Objects.requireNonNull(entry.use()).event())
                  .findFirst()
                  .orElse(name(call)),
              account(entries, verdicts),
              code(verdict),
              joinsNobody ? "already_one_person" : reason(entries, verdicts),
              call.event()));
    }
  }

  /** A name with itself, or names that lead in a circle. */
  private static boolean joinsNobody(Meaning meaning, Set<String> circular) {
    return meaning.links().stream()
        .allMatch(
            link ->
                link instanceof Link.Unmasking joined && circular.contains(joined.previousId()));
  }

  /** Taken whole; single facts of it may wait for their accounts all the same. */
  void facts(List<ReceivedFacts> facts, List<ReceivedFacts> fresh) {
    Set<ReceivedFacts> known = identities(fresh);
    for (ReceivedFacts one : facts) {
      String verdict = code(known.contains(one) ? Verdict.ACCEPTED : Verdict.DUPLICATE);
      add(
          one.sourceId().toString(),
          one.receivedAt(),
          "facts",
          one.messageId(),
          verdict,
          one.facts());
    }
  }

  void deliveries(
      List<ReceivedDelivery> deliveries, List<ReceivedDelivery> fresh, List<Verdict> verdicts) {
    Map<ReceivedDelivery, Verdict> known = new IdentityHashMap<>();
    for (int i = 0; i < fresh.size(); i++) {
      known.put(fresh.get(i), verdicts.get(i));
    }
    for (ReceivedDelivery one : deliveries) {
      Verdict verdict = known.getOrDefault(one, Verdict.DUPLICATE);
      all.add(
          new RecentEvent(
              one.sourceId().toString(),
              one.receivedAt(),
              "delivery",
              one.messageId(),
              null,
              null,
              code(verdict),
              verdict == Verdict.WAITING ? Reason.UNMAPPED.code() : null,
              one.body()));
    }
  }

  void partners(List<ReceivedEvent> events, Map<ReceivedEvent, Entry> fresh, Verdicts verdicts) {
    for (ReceivedEvent one : events) {
      Entry entry = fresh.get(one);
      List<Entry> entries = entry == null ? List.of() : List.of(entry);
      all.add(
          new RecentEvent(
              CLOUD_EVENTS,
              one.receivedAt(),
              one.event().path("type").asString(),
              one.messageId(),
              entry == null || entry.use() == null ? null : entry.use().event(),
              account(entries, verdicts),
              code(entry == null ? Verdict.DUPLICATE : verdicts.of(entry)),
              reason(entries, verdicts),
              one.event()));
    }
  }

  private void add(
      String source,
      Instant receivedAt,
      String type,
      String messageId,
      String verdict,
      @Nullable JsonNode body) {
    all.add(new RecentEvent(source, receivedAt, type, messageId, null, null, verdict, null, body));
  }

  private static Verdict verdict(List<Entry> entries, Verdicts verdicts) {
    List<Verdict> each = entries.stream().map(verdicts::of).toList();
    if (each.contains(Verdict.WAITING)) {
      return Verdict.WAITING;
    }
    return each.contains(Verdict.ACCEPTED) ? Verdict.ACCEPTED : Verdict.DUPLICATE;
  }

  private static @Nullable String account(List<Entry> entries, Verdicts verdicts) {
    return entries.stream()
        .flatMap(entry -> verdicts.account(entry).stream())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String reason(List<Entry> entries, Verdicts verdicts) {
    return entries.stream()
        .flatMap(entry -> verdicts.reason(entry).stream())
        .findFirst()
        .map(Reason::code)
        .orElse(null);
  }

  private static @Nullable String name(ReceivedCall call) {
    JsonNode event = call.event().path("event");
    return event.isString() ? event.asString().strip() : null;
  }

  private static String code(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static <T> Set<T> identities(Collection<T> all) {
    Set<T> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(all);
    return identities;
  }
}
