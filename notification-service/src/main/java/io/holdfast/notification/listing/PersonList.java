package io.holdfast.notification.listing;

import io.holdfast.notification.listing.Keyset.Key;
import io.holdfast.notification.persistence.PersonRows;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.Page;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** People by name. */
public final class PersonList {

  private static final Keyset PAGES =
      new Keyset(
          "name",
          Map.of("name", Key.text("p.name"), "email", Key.text("p.email")),
          Key.text("p.email"));

  private final DatabaseClient database;

  public PersonList(DatabaseClient database) {
    this.database = database;
  }

  /** A tenant has few people, so no index serves their order. */
  public Mono<Page<Person>> page(Map<String, String> query) {
    return PAGES.page(
        database,
        query,
        PersonRows.COLUMNS,
        "from person p where true",
        statement -> statement,
        PersonRows::read);
  }
}
