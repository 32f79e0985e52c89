package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.persistence.Keyset.Column;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Recipients;
import io.holdfast.notification.telling.Directory;
import io.holdfast.tenancy.PageQuery;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** This service's copy of accounts, and the people it owns. */
public final class R2dbcDirectory implements Directory {

  private static final Keyset PAGES =
      new Keyset(
          Map.of("name", new Column("name", "text"), "email", new Column("email", "text")),
          "email",
          "text");

  private final DatabaseClient database;

  public R2dbcDirectory(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<AccountCard> account(String accountId) {
    record Account(String name, Optional<EmailAddress> owner) {}
    Mono<Account> account =
        database
            .sql("select name, owner_email from account where account_id = :id")
            .bind("id", accountId)
            .map(
                row ->
                    new Account(
                        need(row, "name", String.class),
                        EmailAddress.parse(row.get("owner_email", String.class))))
            .one()
            .defaultIfEmpty(new Account(accountId, Optional.empty()));
    return Mono.zip(account, people().collectList())
        .map(
            both ->
                new AccountCard(
                    both.getT1().name(), new Recipients(both.getT1().owner(), both.getT2())));
  }

  /** Ingestion recorded the account. */
  public Mono<Void> recorded(String accountId, String name, @Nullable String owner) {
    return upsert(accountId, name, owner, "do update set name = :name, owner_email = :owner");
  }

  /** Scoring mentioned it: fills in what is not known yet. */
  public Mono<Void> mentioned(String accountId, String name, @Nullable String owner) {
    return upsert(
        accountId,
        name,
        owner,
        "do update set owner_email = :owner where account.owner_email is null and :owner is not"
            + " null");
  }

  private Mono<Void> upsert(String id, String name, @Nullable String owner, String onConflict) {
    return database
        .sql(
            "insert into account (account_id, name, owner_email) values (:id, :name, :owner)"
                + " on conflict (tenant_id, account_id) "
                + onConflict)
        .bind("id", id)
        .bind("name", name)
        .bind("owner", orNull(owner, String.class))
        .then();
  }

  public Flux<Person> people() {
    return database
        .sql("select email, name, roles, time_zone from person order by email")
        .map(R2dbcDirectory::readPerson)
        .all();
  }

  public Flux<Person> page(PageQuery page) {
    String sql = "select email, name, roles, time_zone from person where true " + PAGES.tail(page);
    return PAGES.bind(database.sql(sql), page).map(R2dbcDirectory::readPerson).all();
  }

  public Mono<Person> person(EmailAddress email) {
    return database
        .sql("select email, name, roles, time_zone from person where email = :email")
        .bind("email", email.value())
        .map(R2dbcDirectory::readPerson)
        .one();
  }

  public Mono<Void> put(Person person) {
    return database
        .sql(
            """
            insert into person (email, name, roles, time_zone)
            values (:email, :name, :roles, :zone)
            on conflict (tenant_id, email)
              do update set name = :name, roles = :roles, time_zone = :zone
            """)
        .bind("email", person.email().value())
        .bind("name", person.name())
        .bind("roles", person.roles().stream().sorted().toArray(String[]::new))
        .bind("zone", person.timeZone().getId())
        .then();
  }

  private static Person readPerson(Readable row) {
    return new Person(
        new EmailAddress(need(row, "email", String.class)),
        need(row, "name", String.class),
        Set.copyOf(List.of(need(row, "roles", String[].class))),
        ZoneId.of(need(row, "time_zone", String.class)));
  }
}
