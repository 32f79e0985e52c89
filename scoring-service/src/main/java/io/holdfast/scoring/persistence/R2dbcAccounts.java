package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcAccounts implements Accounts {

  private final DatabaseClient database;

  R2dbcAccounts(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> appear(TenantId tenant, Collection<String> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into account (tenant_id, account_id)
            select distinct $1, account_id from unnest($2::text[]) as account_id order by account_id
            on conflict do nothing
            """)
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .then();
  }

  @Override
  public Mono<Void> record(TenantId tenant, List<MasterData> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    Collection<MasterData> rows =
        latest(accounts, MasterData::account, Comparator.comparing(MasterData::recordedAt));
    return database
        .sql(
            """
            insert into account as a
              (tenant_id, account_id, recorded_at, name, industry, country, employees, owner_email,
               parent_account_id, created_at, external_ids, traits)
            select $1, account_id, recorded_at::timestamptz, name, industry, country,
                   employees::bigint, owner_email, parent_account_id, created_at::timestamptz,
                   external_ids, traits
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
                as n (account_id, recorded_at, name, industry, country, employees, owner_email,
                      parent_account_id, created_at, external_ids, traits)
            on conflict (tenant_id, account_id) do update
               set recorded_at = excluded.recorded_at, name = excluded.name,
                   industry = excluded.industry, country = excluded.country,
                   employees = excluded.employees, owner_email = excluded.owner_email,
                   parent_account_id = excluded.parent_account_id,
                   created_at = excluded.created_at, external_ids = excluded.external_ids,
                   traits = excluded.traits
             where a.recorded_at is null or a.recorded_at <= excluded.recorded_at
            """)
        .bind(0, tenant.value())
        .bind(1, texts(rows, MasterData::account))
        .bind(2, texts(rows, MasterData::recordedAt))
        .bind(3, texts(rows, MasterData::name))
        .bind(4, texts(rows, MasterData::industry))
        .bind(5, texts(rows, MasterData::country))
        .bind(6, texts(rows, MasterData::employees))
        .bind(7, texts(rows, MasterData::ownerEmail))
        .bind(8, texts(rows, MasterData::parentAccountId))
        .bind(9, texts(rows, MasterData::createdAt))
        .bind(10, texts(rows, row -> Json.write(row.externalIds())))
        .bind(11, texts(rows, row -> Json.write(row.traits())))
        .then();
  }

  @Override
  public Mono<Void> revenue(TenantId tenant, List<Revenue> revenues) {
    if (revenues.isEmpty()) {
      return Mono.empty();
    }
    Collection<Revenue> rows =
        latest(revenues, Revenue::account, Comparator.comparing(Revenue::at));
    return appear(tenant, rows.stream().map(Revenue::account).toList())
        .then(changeRevenue(tenant, rows));
  }

  private Mono<Void> changeRevenue(TenantId tenant, Collection<Revenue> rows) {
    return database
        .sql(
            """
            insert into account as a
              (tenant_id, account_id, revenue_at, mrr, arr, currency, renews_on)
            select $1, account_id, revenue_at::timestamptz, mrr::numeric, arr::numeric, currency,
                   renews_on::date
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                as n (account_id, revenue_at, mrr, arr, currency, renews_on)
             order by account_id
            on conflict (tenant_id, account_id) do update
               set revenue_at = excluded.revenue_at, mrr = excluded.mrr, arr = excluded.arr,
                   currency = excluded.currency, renews_on = excluded.renews_on
             where a.revenue_at is null or a.revenue_at <= excluded.revenue_at
            """)
        .bind(0, tenant.value())
        .bind(1, texts(rows, Revenue::account))
        .bind(2, texts(rows, Revenue::at))
        .bind(3, texts(rows, row -> row.mrr().toPlainString()))
        .bind(4, texts(rows, row -> row.arr().toPlainString()))
        .bind(5, texts(rows, Revenue::currency))
        .bind(6, texts(rows, Revenue::renewsOn))
        .then();
  }

  @Override
  public Flux<String> all(TenantId tenant) {
    return database
        .sql("select account_id from account where tenant_id = $1 order by account_id")
        .bind(0, tenant.value())
        .map(row -> get(row, "account_id", String.class))
        .all();
  }

  /** One row per account, in the order of accounts; of equals the later one in the list. */
  private static <R> Collection<R> latest(
      List<R> rows, Function<R, String> account, Comparator<R> age) {
    BinaryOperator<R> newer = (one, other) -> age.compare(one, other) > 0 ? one : other;
    Map<String, R> latest =
        rows.stream().collect(Collectors.toMap(account, row -> row, newer, TreeMap::new));
    return latest.values();
  }
}
