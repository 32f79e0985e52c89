package io.holdfast.notification.persistence;

import io.holdfast.notification.appointing.People;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every statement relies on the primary key, or reads the few people a tenant has. */
public final class R2dbcPeople implements People {

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

  Flux<Person> all() {
    return database
        .sql("select " + PersonRows.COLUMNS + " from person p order by p.email")
        .map(PersonRows::read)
        .all();
  }
}
