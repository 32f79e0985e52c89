package io.holdfast.tenancy.erasing;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Texts in rows of a table that stay, with what stands for the person in the place of her names.
 * Reads those of the tenant's rows that hold an address or one of the ids.
 */
public final class RedactedTexts implements PersonalTraces {
  private static final int AT_A_TIME = 500;

  private final String name;
  private final DatabaseClient database;
  private final String table;
  private final String condition;
  private final Column key;
  private final List<Column> columns;

  private RedactedTexts(
      String name,
      DatabaseClient database,
      String table,
      String condition,
      Column key,
      List<Column> columns) {
    this.name = name;
    this.database = database;
    this.table = table;
    this.condition = condition;
    this.key = key;
    this.columns = columns;
  }

  /**
   * @param key what tells a row of a tenant from another
   */
  public static RedactedTexts of(
      String name, DatabaseClient database, String table, Column key, Column... columns) {
    return new RedactedTexts(name, database, table, "true", key, List.of(columns));
  }

  /** Only rows of which a condition in SQL holds. */
  public RedactedTexts where(String other) {
    return new RedactedTexts(name, database, table, other, key, columns);
  }

  /**
   * @param type in SQL, for example {@code jsonb}
   */
  public record Column(String name, String type) {
    public static Column text(String name) {
      return new Column(name, "text");
    }
  }

  private record Row(String key, List<@Nullable String> texts) {
    Row without(ErasedPerson person) {
      List<@Nullable String> left = new ArrayList<>();
      for (String text : texts) {
        left.add(text == null ? null : person.without(text));
      }
      return new Row(key, left);
    }
  }

  private record Redacted(Row before, Row after) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public Mono<Long> erase(ErasedPerson person) {
    return naming(person)
        .map(row -> new Redacted(row, row.without(person)))
        .filter(row -> !row.after().equals(row.before()))
        .map(Redacted::after)
        .collectList() // nothing is written on the connection that is read from
        .flatMapMany(Flux::fromIterable)
        .buffer(AT_A_TIME)
        .concatMap(this::write)
        .reduce(0L, Long::sum);
  }

  private Flux<Row> naming(ErasedPerson person) {
    String selected =
        columns.stream().map(column -> column.name() + "::text").collect(Collectors.joining(", "));
    String all =
        columns.stream()
            .map(column -> "coalesce(" + column.name() + "::text, '')")
            .collect(Collectors.joining(" || ' ' || "));
    return database
        .sql(
            """
            select %s::text, %s from %s, lateral (select %s as words) of_it
             where (position('@' in words) > 0 or exists (
                     select from unnest($1::text[]) id where position(id in words) > 0)) and %s
            """
                .formatted(key.name(), selected, table, all, condition))
        .bind(0, person.forms().toArray(String[]::new))
        .map(this::row)
        .all();
  }

  private Row row(Readable row) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 1; i <= columns.size(); i++) {
      texts.add(row.get(i, String.class));
    }
    return new Row(Objects.requireNonNull(row.get(0, String.class)), texts);
  }

  private Mono<Long> write(List<Row> rows) {
    String set =
        columns.stream()
            .map(column -> "%s = it.%s::%s".formatted(column.name(), column.name(), column.type()))
            .collect(Collectors.joining(", "));
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String arrays =
        IntStream.rangeClosed(1, columns.size() + 1)
            .mapToObj(place -> "$" + place + "::text[]")
            .collect(Collectors.joining(", "));
    GenericExecuteSpec update =
        database
            .sql(
                """
                update %1$s t set %2$s
                  from unnest(%3$s) as it (of_row, %4$s) where t.%5$s = it.of_row::%6$s
                """
                    .formatted(table, set, arrays, names, key.name(), key.type()))
            .bind(0, rows.stream().map(Row::key).toArray(String[]::new));
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      update =
          update.bind(
              i + 1, rows.stream().map(row -> row.texts().get(place)).toArray(String[]::new));
    }
    return update.fetch().rowsUpdated();
  }
}
