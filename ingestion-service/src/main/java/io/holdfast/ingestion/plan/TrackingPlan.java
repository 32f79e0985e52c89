package io.holdfast.ingestion.plan;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tenant's tracking plan, whole; the others are told of each change. */
@Component
class TrackingPlan {
  private final DatabaseClient database;
  private final Outbox outbox;
  private final Clock clock;

  TrackingPlan(DatabaseClient database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** An event that came in. */
  record SeenEventView(String event, long uses, Instant lastSeenAt) {}

  private record Body(List<PlannedEvent> events) {}

  Flux<PlannedEvent> events() {
    return database
        .sql("select event, planned, core_feature, module from planned_event order by event")
        .map(
            row ->
                new PlannedEvent(
                    Objects.requireNonNull(row.get("event", String.class)),
                    Objects.requireNonNull(row.get("planned", Boolean.class)),
                    Objects.requireNonNull(row.get("core_feature", Boolean.class)),
                    row.get("module", String.class)))
        .all();
  }

  /** What came in although nobody planned it, most used first. */
  Flux<SeenEventView> unplanned(int limit) {
    return database
        .sql(
            """
            select s.event, s.uses, s.last_seen_at from seen_event s
             where not exists (select from planned_event p where p.event = s.event and p.planned)
             order by s.uses desc, s.event limit $1
            """)
        .bind(0, limit)
        .map(
            row ->
                new SeenEventView(
                    Objects.requireNonNull(row.get("event", String.class)),
                    Objects.requireNonNull(row.get("uses", Long.class)),
                    Objects.requireNonNull(row.get("last_seen_at", Instant.class))))
        .all();
  }

  /** One after another, so that what is announced last is what stands here. */
  Mono<Void> replace(TenantId tenant, List<PlannedEvent> events) {
    return database
        .sql("select tenant_id from tenant for update")
        .then()
        .then(database.sql("delete from planned_event").then())
        .then(insert(events))
        .then(
            outbox.append(
                new OutgoingMessage(
                    "holdfast.tenants",
                    tenant,
                    "tracking-plan",
                    "ingestion.tracking-plan-changed.v1",
                    clock.instant(),
                    new Body(events),
                    Map.of())));
  }

  private Mono<Void> insert(List<PlannedEvent> events) {
    if (events.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into planned_event (event, planned, core_feature, module)
            select * from unnest($1::text[], $2::boolean[], $3::boolean[], $4::text[])
            """)
        .bind(0, events.stream().map(PlannedEvent::event).toArray(String[]::new))
        .bind(1, events.stream().map(PlannedEvent::planned).toArray(Boolean[]::new))
        .bind(2, events.stream().map(PlannedEvent::coreFeature).toArray(Boolean[]::new))
        .bind(3, events.stream().map(PlannedEvent::module).toArray(String[]::new))
        .then();
  }
}
