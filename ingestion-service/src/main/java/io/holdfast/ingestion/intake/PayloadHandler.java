package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.cloudevents.ReceivedEvent;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.facts.ReceivedFacts;
import io.holdfast.ingestion.identity.Link;
import io.holdfast.ingestion.identity.Links;
import io.holdfast.ingestion.live.RecentEvents;
import io.holdfast.ingestion.mapping.ReceivedDelivery;
import io.holdfast.ingestion.mapping.RecordDeliveries;
import io.holdfast.ingestion.stripe.RecordStripeEvents;
import io.holdfast.ingestion.stripe.StripeEvent;
import io.holdfast.ingestion.tracking.Interpretation;
import io.holdfast.ingestion.tracking.Meaning;
import io.holdfast.ingestion.tracking.ReceivedCall;
import io.holdfast.ingestion.tracking.ReceivedCalls;
import io.holdfast.ingestion.tracking.RefusedEvents;
import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.tenancy.TenantId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Payloads of one tenant in the order they were sent: repetitions dropped, the rest admitted. */
@Component
class PayloadHandler implements MessageHandler {
  private final ReceivedPayloads received;
  private final Links links;
  private final AdmitEntries admission;
  private final RecordStripeEvents stripe;
  private final RecordDeliveries mapped;
  private final RecentEvents recent;

  PayloadHandler(
      ReceivedPayloads received,
      Links links,
      AdmitEntries admission,
      RecordStripeEvents stripe,
      RecordDeliveries mapped,
      RecentEvents recent) {
    this.received = received;
    this.links = links;
    this.admission = admission;
    this.stripe = stripe;
    this.mapped = mapped;
    this.recent = recent;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    refuseUnknown(messages);
    List<ReceivedCall> calls = messages.stream().flatMap(PayloadHandler::calls).toList();
    List<ReceivedFacts> facts = all(messages, IntakePayload.FACTS, ReceivedFacts::read);
    List<ReceivedDelivery> deliveries =
        all(messages, IntakePayload.DELIVERY, ReceivedDelivery::read);
    List<ReceivedEvent> partners = all(messages, IntakePayload.CLOUD_EVENT, ReceivedEvent::read);
    List<StripeEvent> events = all(messages, IntakePayload.STRIPE, StripeEvent::received);
    Outcomes outcomes = new Outcomes();
    all(messages, IntakePayload.REFUSED, RefusedEvents::read).forEach(outcomes::refused);
    events.forEach(outcomes::kept);
    return received
        .newCalls(calls)
        .doOnNext(fresh -> outcomes.repeatedCalls(calls, fresh))
        .flatMap(fresh -> tracked(tenant, fresh, outcomes))
        .then(received.firstTime(facts))
        .flatMap(
            fresh ->
                admission.admit(tenant, entries(fresh)).doOnNext(_ -> outcomes.facts(facts, fresh)))
        .then(received.firstTime(deliveries))
        .flatMap(
            fresh ->
                mapped
                    .record(tenant, fresh)
                    .doOnNext(verdicts -> outcomes.deliveries(deliveries, fresh, verdicts)))
        .then(received.firstTime(partners))
        .flatMap(fresh -> partners(tenant, partners, fresh, outcomes))
        .then(stripe.record(tenant, events))
        .then(Mono.defer(() -> recent.note(outcomes.all())));
  }

  /** One call that nobody can deal with takes no other along. */
  @Override
  public List<byte[]> parts(ReceivedMessage message) {
    return message.type().equals(IntakePayload.CALL)
        ? ReceivedCalls.parts(message.body())
        : List.of();
  }

  private static Stream<ReceivedCall> calls(ReceivedMessage message) {
    return message.type().equals(IntakePayload.CALL)
        ? ReceivedCalls.read(message.body()).stream()
        : Stream.empty();
  }

  /** What a later version acknowledged must not be passed over by this one. */
  private static void refuseUnknown(List<ReceivedMessage> messages) {
    for (ReceivedMessage message : messages) {
      if (!IntakePayload.TYPES.contains(message.type())) {
        throw new IllegalArgumentException("nobody here knows payloads of type " + message.type());
      }
    }
  }

  private Mono<Void> partners(
      TenantId tenant, List<ReceivedEvent> all, List<ReceivedEvent> fresh, Outcomes outcomes) {
    Map<ReceivedEvent, Entry> entries = new IdentityHashMap<>();
    fresh.forEach(event -> entries.put(event, event.entry()));
    return admission
        .admit(tenant, fresh.stream().map(event -> require(entries.get(event))).toList())
        .doOnNext(verdicts -> outcomes.partners(all, entries, verdicts))
        .then();
  }

  private static <T> T require(@Nullable T known) {
    return Objects.requireNonNull(known);
  }

  private static <T> List<T> all(
      List<ReceivedMessage> messages, String type, Function<byte[], T> reading) {
    return messages.stream()
        .filter(message -> message.type().equals(type))
        .map(message -> reading.apply(message.body()))
        .toList();
  }

  private static List<Entry> entries(List<ReceivedFacts> deliveries) {
    return deliveries.stream().flatMap(delivery -> delivery.entries().stream()).toList();
  }

  private Mono<Void> tracked(TenantId tenant, List<ReceivedCall> calls, Outcomes outcomes) {
    Map<ReceivedCall, Meaning> meanings = new IdentityHashMap<>();
    List<Link> who = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (ReceivedCall call : calls) {
      Meaning meaning = Interpretation.of(call);
      meanings.put(call, meaning);
      who.addAll(meaning.links());
      entries.addAll(meaning.entries());
    }
    return links
        .keep(tenant, who)
        .flatMap(
            kept ->
                admission
                    .admit(tenant, entries)
                    .doOnNext(
                        verdicts -> outcomes.calls(calls, meanings, verdicts, kept.circular()))
                    .flatMap(verdicts -> received.remember(notArchived(calls, meanings, verdicts)))
                    .then(admission.soonRelease(tenant, kept.appeared())));
  }

  /** Usage that is archived is known by its key there. */
  private static List<ReceivedCall> notArchived(
      List<ReceivedCall> calls, Map<ReceivedCall, Meaning> meanings, Verdicts verdicts) {
    return calls.stream()
        .filter(
            call ->
                require(meanings.get(call)).entries().stream()
                    .noneMatch(
                        entry ->
                            entry.kind() == Kind.USAGE && verdicts.of(entry) == Verdict.ACCEPTED))
        .toList();
  }
}
