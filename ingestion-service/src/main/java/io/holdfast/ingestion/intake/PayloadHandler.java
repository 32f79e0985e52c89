package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.identity.Link;
import io.holdfast.ingestion.identity.Links;
import io.holdfast.ingestion.stripe.RecordStripeEvents;
import io.holdfast.ingestion.stripe.StripeEvent;
import io.holdfast.ingestion.tracking.Interpretation;
import io.holdfast.ingestion.tracking.Meaning;
import io.holdfast.ingestion.tracking.ReceivedCall;
import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.tenancy.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Payloads of one tenant in the order they were sent: repetitions dropped, the rest admitted. */
@Component
class PayloadHandler implements MessageHandler {
  private final ReceivedPayloads received;
  private final Links links;
  private final AdmitEntries admission;
  private final RecordStripeEvents stripe;

  PayloadHandler(
      ReceivedPayloads received, Links links, AdmitEntries admission, RecordStripeEvents stripe) {
    this.received = received;
    this.links = links;
    this.admission = admission;
    this.stripe = stripe;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    List<ReceivedCall> calls =
        messages.stream()
            .filter(message -> message.type().equals(IntakePayload.CALL))
            .map(message -> ReceivedCall.read(message.body()))
            .toList();
    List<StripeEvent> events =
        messages.stream()
            .filter(message -> message.type().equals(IntakePayload.STRIPE))
            .map(message -> StripeEvent.received(message.body()))
            .toList();
    return received
        .firstTime(calls)
        .flatMap(fresh -> tracked(tenant, fresh))
        .then(stripe.record(tenant, events));
  }

  private Mono<Void> tracked(TenantId tenant, List<ReceivedCall> calls) {
    List<Link> who = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (ReceivedCall call : calls) {
      Meaning meaning = Interpretation.of(call);
      who.addAll(meaning.links());
      entries.addAll(meaning.entries());
    }
    return links
        .keep(who)
        .flatMap(
            appeared ->
                admission
                    .admit(tenant, entries)
                    .then(appeared ? admission.soonRelease(tenant) : Mono.empty()));
  }
}
