package io.holdfast.messaging.deadletter;

import io.holdfast.messaging.deadletter.Letter.State;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Which letters are meant, as conditions on {@code dead_letter}. A principal that may see some
 * accounts only means letters about these.
 */
final class LetterFilter {
  private static final String FOUND =
      "(position(%1$s in lower(error)) > 0 or position(%1$s in lower(type)) > 0"
          + " or position(%1$s in lower(subject)) > 0 or position(%1$s in lower(record_key)) > 0)";

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private LetterFilter() {}

  static LetterFilter of(Principal principal) {
    LetterFilter filter = new LetterFilter();
    principal
        .accounts()
        .ifPresent(seen -> filter.add("subject = any(%s)", (Object) seen.toArray(String[]::new)));
    return filter;
  }

  /**
   * Those a query asks for.
   *
   * @throws Problem 400 when a value cannot be read
   */
  static LetterFilter of(Principal principal, Map<String, String> query) {
    LetterFilter filter = of(principal);
    filter.addText("consumer = %s", query.get("consumer"));
    filter.addText("type = %s", query.get("type"));
    filter.addText("subject = %s", query.get("subject"));
    Optional.ofNullable(query.get("q"))
        .ifPresent(text -> filter.addText(FOUND, text.toLowerCase(Locale.ROOT)));
    Optional.ofNullable(query.get("state"))
        .ifPresent(word -> filter.add("state = %s", state(word).word()));
    moment("from", query).ifPresent(from -> filter.add("failed_at >= %s", from));
    moment("to", query).ifPresent(to -> filter.add("failed_at < %s", to));
    return filter;
  }

  LetterFilter and(String condition, Object... bound) {
    LetterFilter both = new LetterFilter();
    both.conditions.addAll(conditions);
    both.values.addAll(values);
    both.add(condition, bound);
    return both;
  }

  /** Completes {@code select … where} with the conditions and what follows them. */
  GenericExecuteSpec bind(DatabaseClient database, String select, String rest) {
    String where = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    GenericExecuteSpec statement = database.sql("%s where %s %s".formatted(select, where, rest));
    for (int i = 0; i < values.size(); i++) {
      statement = statement.bind(i, values.get(i));
    }
    return statement;
  }

  private void addText(String condition, @Nullable String text) {
    if (text != null) {
      if (text.indexOf('\u0000') >= 0) {
        throw Problem.badRequest("invalid_filter", "A filter holds the character NUL.");
      }
      add(condition, text);
    }
  }

  private void add(String condition, Object... bound) {
    Object[] places = new Object[bound.length];
    for (int i = 0; i < bound.length; i++) {
      values.add(bound[i]);
      places[i] = "$" + values.size();
    }
    conditions.add(condition.formatted(places));
  }

  private static State state(String word) {
    return Arrays.stream(State.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "unknown_state",
                    "'state' is '" + word + "'; it must be waiting, replayed or discarded"));
  }

  private static Optional<Instant> moment(String name, Map<String, String> query) {
    try {
      return Optional.ofNullable(query.get(name)).map(Instant::parse);
    } catch (DateTimeParseException _) {
      throw Problem.badRequest(
          "invalid_" + name,
          "'%s' is '%s'; it must be a moment like 2026-05-01T00:00:00Z"
              .formatted(name, query.get(name)));
    }
  }
}
