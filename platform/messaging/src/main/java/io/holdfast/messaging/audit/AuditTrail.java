package io.holdfast.messaging.audit;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.audit.AuditRecordedMessage.Actor;
import io.holdfast.messaging.audit.AuditRecordedMessage.Outcome;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Hands records to the outbox, in the transaction that is open. */
final class AuditTrail implements Audit {
  private static final String TOPIC = "holdfast.audit";
  private static final String TYPE = "platform.audit-recorded.v1";
  private static final int OK = 200;

  private final Outbox outbox;
  private final Traceparent traceparent;
  private final Clock realClock;
  private final String service;

  AuditTrail(Outbox outbox, Traceparent traceparent, Clock realClock, String service) {
    this.outbox = outbox;
    this.traceparent = traceparent;
    this.realClock = realClock;
    this.service = service;
  }

  Mono<Void> changed(Principal by, Deed deed, int status, AuditNotes notes) {
    return append(by, deed, Outcome.changed, status, null, notes, null, null);
  }

  Mono<Void> refused(Principal by, Deed deed, Problem problem, long suppressed) {
    return append(
        by,
        deed,
        Outcome.refused,
        problem.status().value(),
        problem.code(),
        new AuditNotes(),
        null,
        suppressed == 0 ? null : suppressed);
  }

  @Override
  public Mono<Void> seen(Principal by, String type, @Nullable String id, long count) {
    return count == 0
        ? Mono.empty()
        : Mono.deferContextual(
            context ->
                append(
                    by,
                    new Deed(action(context, type), type, id),
                    Outcome.seen,
                    OK,
                    null,
                    new AuditNotes(),
                    count,
                    null));
  }

  private static String action(ContextView context, String type) {
    return context
        .<ServerWebExchange>getOrEmpty(ServerWebExchange.class)
        .map(exchange -> Deed.of(exchange).action())
        .orElse("GET " + type);
  }

  private Mono<Void> append(
      Principal by,
      Deed deed,
      Outcome outcome,
      int status,
      @Nullable String code,
      AuditNotes notes,
      @Nullable Long count,
      @Nullable Long suppressed) {
    return Mono.deferContextual(
        context -> {
          Actor actor = Actor.of(by);
          String id = deed.id() == null ? notes.id() : deed.id();
          var message =
              new AuditRecordedMessage(
                  realClock.instant(),
                  service,
                  actor.subject(),
                  actor.roles(),
                  actor.client(),
                  deed.action(),
                  deed.type(),
                  id,
                  outcome,
                  status,
                  code,
                  List.copyOf(notes.fields()),
                  count,
                  suppressed,
                  traceId(context));
          return outbox.append(
              new OutgoingMessage(TOPIC, by.tenant(), null, TYPE, message.at(), message, Map.of()));
        });
  }

  /** Of {@code version-trace-span-flags}. */
  private @Nullable String traceId(ContextView context) {
    String current = traceparent.of(context);
    String[] parts = current == null ? new String[0] : current.split("-");
    return parts.length > 1 ? parts[1] : null;
  }
}
