package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Recipients;
import io.holdfast.notification.remembering.AccountNews;
import io.holdfast.notification.remembering.Accounts;
import io.holdfast.notification.telling.Directory;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** This service's copy of accounts, and the people it owns. Relies on primary keys. */
public final class R2dbcDirectory implements Directory, Accounts {

  private final DatabaseClient database;
  private final R2dbcPeople people;

  public R2dbcDirectory(DatabaseClient database, R2dbcPeople people) {
    this.database = database;
    this.people = people;
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
    return account.flatMap(
        known ->
            people
                .all()
                .collectList()
                .map(all -> new AccountCard(known.name(), new Recipients(known.owner(), all))));
  }

  @Override
  public Mono<List<EmailAddress>> operators() {
    return people.all().filter(Person::isOperator).map(Person::email).collectList();
  }

  @Override
  public Mono<Void> recorded(AccountNews news) {
    return upsert(news, "do update set name = :name, owner_email = :owner");
  }

  @Override
  public Mono<Void> mentioned(AccountNews news) {
    return upsert(
        news,
        "do update set owner_email = :owner where account.owner_email is null and :owner is not"
            + " null");
  }

  private Mono<Void> upsert(AccountNews news, String onConflict) {
    return database
        .sql(
            "insert into account (account_id, name, owner_email) values (:id, :name, :owner)"
                + " on conflict (tenant_id, account_id) "
                + onConflict)
        .bind("id", news.accountId())
        .bind("name", news.name())
        .bind("owner", orNull(news.ownerEmail(), String.class))
        .then();
  }
}
