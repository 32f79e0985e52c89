package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.appointing.People;
import io.holdfast.notification.listing.PersonList;
import io.holdfast.notification.persistence.Keyset.Key;
import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Schedule.Absence;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
            insert into person as p (person_id, email, name, roles, time_zone, working_hours,
              absent_from, absent_to, deputy, manager)
            values (:id, :email, :name, :roles, :zone, :hours, :away, :back, :deputy, :manager)
            on conflict (tenant_id, email)
              do update set name = excluded.name, roles = excluded.roles,
                time_zone = excluded.time_zone, working_hours = excluded.working_hours,
                absent_from = excluded.absent_from, absent_to = excluded.absent_to,
                deputy = excluded.deputy, manager = excluded.manager
            returning
            """
                + PersonRows.COLUMNS)
        .bind("id", person.id())
        .bind("email", person.email().value())
        .bind("name", person.name())
        .bind("roles", person.roles().stream().sorted().toArray(String[]::new))
        .bind("zone", person.timeZone().getId())
        .bind("hours", HoursColumn.write(person.schedule().hours()))
        .bind("away", day(person.schedule().absence().map(Absence::from)))
        .bind("back", day(person.schedule().absence().map(Absence::to)))
        .bind("deputy", address(person.colleagues().deputy()))
        .bind("manager", address(person.colleagues().manager()))
        .map(PersonRows::read)
        .one();
  }

  @Override
  public Mono<Person> allow(EmailAddress email, Access access) {
    return database
        .sql(
            """
            update person as p set active = :active, access_roles = :roles where p.email = :email
            returning
            """
                + PersonRows.COLUMNS)
        .bind("email", email.value())
        .bind("active", access.active())
        .bind(
            "roles",
            orNull(
                access
                    .roles()
                    .map(roles -> roles.stream().sorted().toArray(String[]::new))
                    .orElse(null),
                String[].class))
        .map(PersonRows::read)
        .one();
  }

  private static Object day(Optional<LocalDate> date) {
    return orNull(date.orElse(null), LocalDate.class);
  }

  private static Object address(Optional<EmailAddress> email) {
    return orNull(email.map(EmailAddress::value).orElse(null), String.class);
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

  @Override
  public Flux<Person> all() {
    return database
        .sql("select " + PersonRows.COLUMNS + " from person p order by p.email")
        .map(PersonRows::read)
        .all();
  }
}
