package io.holdfast.notification.persistence;

import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Problem;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * What a list may be sorted by. A page is found by the sort key and id of the last row seen, so
 * that it costs the same wherever it lies.
 *
 * @param keys what may be asked for, each with its column
 * @param id makes rows with the same key distinct
 */
record Keyset(Map<String, Key<?>> keys, Key<?> id) {

  /** A column, and how its values are written in a cursor. */
  record Key<T>(String column, Class<T> type, Function<String, T> parse) {

    static Key<String> text(String column) {
      return new Key<>(column, String.class, Keyset::clean);
    }

    static Key<Instant> instant(String column) {
      return new Key<>(column, Instant.class, Instant::parse);
    }

    static Key<UUID> uuid(String column) {
      return new Key<>(column, UUID.class, UUID::fromString);
    }

    private T read(String written) {
      try {
        return parse.apply(written);
      } catch (IllegalArgumentException | DateTimeException _) {
        throw Problem.badRequest(
            "invalid_cursor", "'cursor' was not given out by this list; leave it out to start");
      }
    }

    private String written(Readable row, String alias) {
      return Objects.requireNonNull(row.get(alias, type), alias).toString();
    }
  }

  private record Found<T>(T item, Position at) {}

  /**
   * Reads the page somebody asked for.
   *
   * @param columns what to select
   * @param source where from: {@code from … where …}, to which conditions can be added
   */
  <T> Mono<Page<T>> page(
      DatabaseClient database,
      PageQuery page,
      String columns,
      String source,
      Function<GenericExecuteSpec, GenericExecuteSpec> filter,
      Function<Readable, T> read) {
    Key<?> key = Objects.requireNonNull(keys.get(page.sort()));
    String sql =
        "select %s, %s as page_key, %s as page_id %s %s"
            .formatted(columns, key.column(), id.column(), source, tail(page, key));
    return from(filter.apply(database.sql(sql)), page, key)
        .map(
            row ->
                new Found<>(
                    read.apply(row),
                    new Position(key.written(row, "page_key"), id.written(row, "page_id"))))
        .all()
        .collectList()
        .map(rows -> page.page(rows, Found::at))
        .map(cut -> new Page<>(cut.items().stream().map(Found::item).toList(), cut.next()));
  }

  private String tail(PageQuery page, Key<?> key) {
    String direction = page.descending() ? "desc" : "asc";
    String after =
        page.after().isEmpty()
            ? ""
            : "and (%s, %s) %s (:afterKey, :afterId)"
                .formatted(key.column(), id.column(), page.descending() ? "<" : ">");
    return "%s order by %s %s, %s %s limit %d"
        .formatted(after, key.column(), direction, id.column(), direction, page.limit() + 1);
  }

  private GenericExecuteSpec from(GenericExecuteSpec statement, PageQuery page, Key<?> key) {
    return page.after()
        .map(
            after ->
                statement
                    .bind("afterKey", key.read(after.key()))
                    .bind("afterId", id.read(after.id())))
        .orElse(statement);
  }

  /** PostgreSQL's text cannot hold a zero character. */
  private static String clean(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A zero character");
    }
    return text;
  }
}
