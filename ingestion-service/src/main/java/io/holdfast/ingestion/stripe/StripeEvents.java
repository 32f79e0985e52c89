package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.identity.ErasedNames;
import io.holdfast.ingestion.identity.ErasedNames.Erased;
import io.holdfast.ingestion.identity.TextsOf;
import io.holdfast.ingestion.requests.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every event that came, also of types nothing is done with yet. */
@Component
class StripeEvents {
  private final DatabaseClient database;
  private final ErasedNames erasedNames;
  private final MeterRegistry meters;

  StripeEvents(DatabaseClient database, ErasedNames erasedNames, MeterRegistry meters) {
    this.database = database;
    this.erasedNames = erasedNames;
    this.meters = meters;
  }

  /** Keeps events and returns those that were not there yet. */
  Mono<List<StripeEvent>> keep(List<StripeEvent> events) {
    List<StripeEvent> ordered =
        events.stream().sorted(Comparator.comparing(StripeEvent::id)).toList();
    return erasedNames
        .among(() -> ordered.stream().flatMap(event -> texts(event).stream()).toList())
        .flatMap(erased -> insert(ordered, erased));
  }

  private static Set<String> texts(StripeEvent event) {
    return TextsOf.all(Json.MAPPER.readTree(event.json()));
  }

  /** Of an event that names somebody who was erased, what names people is not kept. */
  private static String body(StripeEvent event, Erased erased) {
    return erased.nobody() || texts(event).stream().noneMatch(erased::is)
        ? event.json()
        : PersonInStripe.withoutPeople(event.json());
  }

  private Mono<List<StripeEvent>> insert(List<StripeEvent> ordered, Erased erased) {
    return database
        .sql(
            """
            insert into stripe_event (source_id, event_id, type, object_id, created_at, handled, body)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[],
              $7::text[])
            on conflict (tenant_id, source_id, event_id) do nothing
            returning source_id, event_id
            """)
        .bind(0, ordered.stream().map(StripeEvent::sourceId).toArray(UUID[]::new))
        .bind(1, ordered.stream().map(StripeEvent::id).toArray(String[]::new))
        .bind(2, ordered.stream().map(StripeEvent::type).toArray(String[]::new))
        .bind(3, ordered.stream().map(StripeEvent::objectId).toArray(String[]::new))
        .bind(
            4,
            ordered.stream()
                .map(event -> event.created().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new))
        .bind(5, ordered.stream().map(StripeEvent::handled).toArray(Boolean[]::new))
        .bind(6, ordered.stream().map(event -> body(event, erased)).toArray(String[]::new))
        .map(row -> row.get(0, UUID.class) + ":" + row.get(1, String.class))
        .all()
        .collect(HashSet<String>::new, Set::add)
        .map(
            kept ->
                ordered.stream()
                    .filter(event -> kept.remove(event.sourceId() + ":" + event.id()))
                    .toList())
        .doOnNext(this::count);
  }

  private void count(List<StripeEvent> events) {
    for (StripeEvent event : events) {
      meters
          .counter("holdfast.stripe.events", "handled", Boolean.toString(event.handled()))
          .increment();
    }
  }

  /** All events of one thing. */
  Flux<StripeEvent> of(UUID sourceId, String objectId) {
    return database
        .sql(
            "select body from stripe_event where source_id = $1 and"
                + " object_id = $2") // stripe_event_object
        .bind(0, sourceId)
        .bind(1, objectId)
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .all()
        .map(body -> StripeEvent.received(body.getBytes(StandardCharsets.UTF_8)));
  }
}
