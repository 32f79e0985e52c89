package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.trying.AccountsInTurn;
import io.holdfast.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcAccountsInTurn implements AccountsInTurn {

  private final DatabaseClient database;

  R2dbcAccountsInTurn(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Integer> count(TenantId tenant) {
    return database
        .sql("select count(*)::int as accounts from account where tenant_id = $1")
        .bind(0, tenant.value())
        .map(row -> get(row, "accounts", Integer.class))
        .one();
  }

  /** Uses the primary key. */
  @Override
  public Flux<Member> after(TenantId tenant, @Nullable String last, int most) {
    return database
        .sql(
            """
            select account_id, nullif(industry, '') as industry, nullif(country, '') as country from account
             where tenant_id = $1 and account_id > $2
             order by account_id limit $3
            """)
        .bind(0, tenant.value())
        .bind(1, last == null ? "" : last)
        .bind(2, most)
        .map(
            row ->
                new Member(
                    get(row, "account_id", String.class),
                    row.get("industry", String.class),
                    row.get("country", String.class)))
        .all();
  }
}
