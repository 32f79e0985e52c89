package io.holdfast.notification.persistence;

import io.holdfast.notification.appointing.People;
import io.holdfast.notification.listing.PersonList;
import io.holdfast.notification.persistence.Keyset.Key;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every statement relies on the primary key, or reads the few people a tenant has. */
public final class R2dbcPeople implements People, PersonList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of("name", Key.text("p.name"), "email", Key.text("p.email")), Key.text("p.email"));

  private final DatabaseClient database;

  public R2dbcPeople(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Person> byEmail(EmailAddress email) {
    return database
        .sql("select " + PersonRows.COLUMNS + " from person p where p.email = :email")
        .bind("email", email.value())
        .map(PersonRows::read)
        .one();
  }

  @Override
  public Mono<Person> keep(Person person) {
    return database
        .sql(
            """
            insert into person as p (person_id, email, name, roles, time_zone)
            values (:id, :email, :name, :roles, :zone)
            on conflict (tenant_id, email)
              do update set name = excluded.name, roles = excluded.roles,
                time_zone = excluded.time_zone
            returning
            """
                + PersonRows.COLUMNS)
        .bind("id", person.id())
        .bind("email", person.email().value())
        .bind("name", person.name())
        .bind("roles", person.roles().stream().sorted().toArray(String[]::new))
        .bind("zone", person.timeZone().getId())
        .map(PersonRows::read)
        .one();
  }

  @Override
  public Mono<Page<Person>> page(PageQuery query) {
    return PAGES.page(
        database,
        query,
        PersonRows.COLUMNS,
        "from person p where true",
        statement -> statement,
        PersonRows::read);
  }

  Flux<Person> all() {
    return database
        .sql("select " + PersonRows.COLUMNS + " from person p order by p.email")
        .map(PersonRows::read)
        .all();
  }
}
