package io.holdfast.messaging.audit;

import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.changing.Change;
import io.holdfast.tenancy.changing.ChangeParticipant;
import reactor.core.publisher.Mono;

/** Records every change in the transaction that makes it. */
record AuditParticipant(AuditTrail trail) implements ChangeParticipant {

  @Override
  public Mono<Void> beforeCommit(Change change) {
    return Mono.deferContextual(
        context ->
            trail.changed(
                change.principal(),
                Deed.of(change.method(), change.route(), change.variables()),
                change.outcome().value(),
                context.<AuditNotes>getOrEmpty(AuditNotes.class).orElseGet(AuditNotes::new)));
  }
}
