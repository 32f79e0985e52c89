package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.archive.HeldFilter;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.tenancy.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which entries are meant, from a query or a body. */
final class HeldQuery {
  static final Set<String> NAMES =
      Set.of("reason", "source", "kind", "importId", "awaits", "from", "to");
  private static final int LONGEST = 300;

  private HeldQuery() {}

  /** Fails with 400 and the name of what cannot be meant. */
  static HeldFilter read(Map<String, String> query) {
    return new HeldFilter(
        reason(query.get("reason")),
        text("source", query.get("source")),
        kind(query.get("kind")),
        text("importId", query.get("importId")),
        text("awaits", query.get("awaits")),
        time("from", query.get("from")),
        time("to", query.get("to")));
  }

  private static Optional<Reason> reason(@Nullable String code) {
    return Optional.ofNullable(code)
        .map(
            given ->
                Reason.named(given)
                    .orElseThrow(
                        () ->
                            Problem.badRequest(
                                "unknown_reason", "reason must be one of " + Reason.CODES)));
  }

  private static Optional<Kind> kind(@Nullable String plural) {
    return Optional.ofNullable(plural)
        .map(
            given ->
                Kind.named(given)
                    .orElseThrow(
                        () ->
                            Problem.badRequest(
                                "unknown_kind",
                                "kind must be a kind of import, like facts or usage")));
  }

  private static Optional<String> text(String name, @Nullable String value) {
    if (value != null && (!PlainText.isLine(value) || value.length() > LONGEST)) {
      throw Problem.badRequest(
          "invalid_" + name, name + " may have 300 characters and no control characters");
    }
    return Optional.ofNullable(value);
  }

  private static Optional<Instant> time(String name, @Nullable String value) {
    try {
      Optional<Instant> time = Optional.ofNullable(value).map(Instant::parse);
      if (time.isEmpty() || time.get().isAfter(Instant.EPOCH) && time.get().isBefore(LAST)) {
        return time;
      }
    } catch (DateTimeException _) {
      // said below
    }
    throw Problem.badRequest(
        "invalid_" + name, name + " must be a time like 2026-01-31T12:00:00Z, since 1970");
  }

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
}
