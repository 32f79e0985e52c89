package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reason;
import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Which entries of the quarantine are meant.
 *
 * @param from held at or after
 * @param to held before
 */
public record HeldFilter(
    Optional<Reason> reason,
    Optional<String> source,
    Optional<Kind> kind,
    Optional<String> importId,
    Optional<String> awaits,
    Optional<Instant> from,
    Optional<Instant> to) {

  /** The condition, whose parameters are {@code $1} to {@code $7}. */
  static final String CONDITION =
      """
      ($1 = '' or reason = $1) and ($2 = '' or source = $2) and ($3 = '' or kind = $3)
         and ($4 = '' or load = $4) and ($5 = '' or awaits = $5 or or_awaits = $5)
         and held_at >= $6::timestamptz and held_at < $7::timestamptz\
      """;

  GenericExecuteSpec bind(GenericExecuteSpec sql) {
    return sql.bind(0, reason.map(Reason::code).orElse(""))
        .bind(1, source.orElse(""))
        .bind(2, kind.map(Kind::plural).orElse(""))
        .bind(3, importId.orElse(""))
        .bind(4, awaits.orElse(""))
        .bind(5, from.map(Instant::toString).orElse("-infinity"))
        .bind(6, to.map(Instant::toString).orElse("infinity"));
  }
}
