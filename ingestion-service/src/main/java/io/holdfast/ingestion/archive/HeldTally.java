package io.holdfast.ingestion.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many entries left the quarantine without entering, by day and reason. They are counted. */
@Component
public class HeldTally {
  private final DatabaseClient database;

  HeldTally(DatabaseClient database) {
    this.database = database;
  }

  /** Why an entry left. */
  public enum Outcome {
    DISCARDED,
    EXPIRED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Entries of one day that left for one cause. */
  public record Left(LocalDate day, String reason, String outcome, long entries) {}

  /** How many wait for one reason. */
  public record Waiting(String reason, long entries, Instant oldest) {}

  public Mono<Void> add(Instant now, String reason, Outcome outcome, long entries) {
    return database
        .sql(
            """
            insert into held_tally as t (day, reason, outcome, entries) values ($1, $2, $3, $4)
            on conflict (tenant_id, day, reason, outcome) do update set entries = t.entries + excluded.entries
            """)
        .bind(0, now.atOffset(ZoneOffset.UTC).toLocalDate())
        .bind(1, reason)
        .bind(2, outcome.code())
        .bind(3, entries)
        .then();
  }

  /** The latest first. */
  public Flux<Left> left(int days) {
    return database
        .sql(
            """
            select day, reason, outcome, entries from held_tally
             where day > (select max(day) from held_tally) - $1::int
             order by day desc, reason, outcome
            """) // held_tally_pkey
        .bind(0, days)
        .map(
            row ->
                new Left(
                    Objects.requireNonNull(row.get(0, LocalDate.class)),
                    Objects.requireNonNull(row.get(1, String.class)),
                    Objects.requireNonNull(row.get(2, String.class)),
                    Objects.requireNonNull(row.get(3, Long.class))))
        .all();
  }

  public Flux<Waiting> waiting() {
    return database
        .sql(
            "select reason, count(*), min(held_at) from held_entry group by reason order by"
                + " reason") // held_entry_reason
        .map(
            row ->
                new Waiting(
                    Objects.requireNonNull(row.get(0, String.class)),
                    Objects.requireNonNull(row.get(1, Long.class)),
                    Objects.requireNonNull(row.get(2, Instant.class))))
        .all();
  }
}
