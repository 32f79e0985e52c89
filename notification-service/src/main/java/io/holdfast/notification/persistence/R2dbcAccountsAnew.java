package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.remembering.AccountNews;
import io.holdfast.notification.remembering.AccountsAnew;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The table {@code account_anew}. Relies on primary keys. */
public final class R2dbcAccountsAnew implements AccountsAnew {

  private static final String OURS = "tenant_id = current_setting('app.tenant')";

  private final DatabaseClient database;

  public R2dbcAccountsAnew(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> begin() {
    return database.sql("delete from account_anew where " + OURS).then();
  }

  @Override
  public Mono<Void> told(AccountNews news) {
    return upsert(
        news,
        true,
        "name = excluded.name, owner_email = excluded.owner_email where account_anew.told_again");
  }

  @Override
  public Mono<Void> recorded(AccountNews news) {
    return upsert(
        news,
        false,
        "name = excluded.name, owner_email = excluded.owner_email, told_again = false");
  }

  @Override
  public Mono<Void> mentioned(AccountNews news) {
    return upsert(
        news, true, "owner_email = excluded.owner_email where account_anew.owner_email is null");
  }

  @Override
  public Mono<Void> takeTheirPlace() {
    return database
        .sql("delete from account where " + OURS)
        .then()
        .then(
            database
                .sql(
                    "insert into account (account_id, name, owner_email)"
                        + " select account_id, name, owner_email from account_anew where "
                        + OURS)
                .then())
        .then(begin());
  }

  private Mono<Void> upsert(AccountNews news, boolean toldAgain, String change) {
    return database
        .sql(
            "insert into account_anew (account_id, name, owner_email, told_again)"
                + " values (:id, :name, :owner, :toldAgain)"
                + " on conflict (tenant_id, account_id) do update set "
                + change)
        .bind("id", news.accountId())
        .bind("name", news.name())
        .bind("owner", orNull(news.ownerEmail(), String.class))
        .bind("toldAgain", toldAgain)
        .then();
  }
}
