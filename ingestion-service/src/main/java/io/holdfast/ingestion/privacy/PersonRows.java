package io.holdfast.ingestion.privacy;

import io.holdfast.tenancy.erasing.PersonalTraces;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows about a person. In both statements {@code $1} is the ids, {@code $2} the marks of a text
 * about the person and {@code $3} what stands for the person once erased; in the one that exports
 * {@code $4} is how many at most, and it answers one JSON text a row.
 */
public final class PersonRows implements PersonalData {
  private final String name;
  private final DatabaseClient database;
  private final String exported;
  private final String erased;

  public PersonRows(String name, DatabaseClient database, String exported, String erased) {
    this.name = name;
    this.database = database;
    this.exported = exported;
    this.erased = erased;
  }

  /** Rows that {@link PersonalTraces} of all services erase already. */
  public static PersonRows erasedElsewhere(String name, DatabaseClient database, String exported) {
    return new PersonRows(name, database, exported, "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Flux<String> export(Person person, int most) {
    return bound(exported, person)
        .bind(3, most)
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .all();
  }

  @Override
  public Mono<Long> erase(Person person) {
    return erased.isEmpty() ? Mono.just(0L) : bound(erased, person).fetch().rowsUpdated();
  }

  private DatabaseClient.GenericExecuteSpec bound(String sql, Person person) {
    return database
        .sql(sql)
        .bind(0, person.idArray())
        .bind(1, person.marks())
        .bind(2, person.opaque());
  }

  /** That a text holds one of the marks, in whatever case. */
  public static String holds(String text) {
    return "exists (select from unnest($2::text[]) mark where position(lower(mark) in lower(%s)) > 0)"
        .formatted(text);
  }
}
