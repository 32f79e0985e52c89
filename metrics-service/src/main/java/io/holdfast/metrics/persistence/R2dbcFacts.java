package io.holdfast.metrics.persistence;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.booking.Facts;
import io.holdfast.metrics.booking.NamedAccount;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.persistence.FactRows.InvoiceRow;
import io.holdfast.metrics.persistence.FactRows.OutcomeRow;
import io.holdfast.metrics.persistence.FactRows.PhaseRow;
import io.holdfast.metrics.persistence.FactRows.RateRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds facts; the tenant of each row is the one the transaction is in. */
public final class R2dbcFacts implements Facts {

  private final DatabaseClient database;

  public R2dbcFacts(DatabaseClient database) {
    this.database = database;
  }

  private record AccountRow(
      String accountId, @Nullable String name, @Nullable Instant receivedAt) {}

  private record CurrencyRow(String currency) {}

  @Override
  public Mono<Void> addAccounts(Collection<NamedAccount> accounts) {
    Collection<NamedAccount> latest =
        accounts.stream()
            .collect(
                toMap(
                    NamedAccount::id,
                    Function.identity(),
                    (a, b) -> b.receivedAt().isBefore(a.receivedAt()) ? a : b))
            .values();
    return JsonRows.insert(
        database,
        """
        insert into account as a (tenant_id, account_id, name, received_at)
        select current_setting('app.tenant'), account_id, name, received_at
          from json_to_recordset($1::json) as r(account_id text, name text, received_at timestamptz)
         order by account_id
        on conflict (tenant_id, account_id) do update
           set name = excluded.name, received_at = excluded.received_at
         where a.received_at is null or a.received_at <= excluded.received_at
        """,
        latest.stream()
            .map(a -> new AccountRow(a.id().value(), a.name(), a.receivedAt()))
            .toList());
  }

  @Override
  public Mono<Void> addPhases(Collection<Recorded<Phase>> phases) {
    return meet(phases.stream().map(phase -> phase.fact().account()))
        .then(
            JsonRows.insert(
                database,
                """
                insert into contract_phase (tenant_id, subscription_id, starts_on, fact_id, account_id, ends_on,
                       amount, currency, billing_interval, interval_count, quantity, plan, seats, status,
                       auto_renew, renews_on, notice_days, discount_percent, discount_months, received_at,
                       recorded_at)
                select current_setting('app.tenant'), r.*
                  from json_to_recordset($1::json) as r(subscription_id text, starts_on date, fact_id text,
                       account_id text, ends_on date, amount numeric, currency text, billing_interval text,
                       interval_count int, quantity numeric, plan text, seats int, status text,
                       auto_renew boolean, renews_on date, notice_days int, discount_percent numeric,
                       discount_months int, received_at timestamptz, recorded_at timestamptz)
                on conflict do nothing
                """,
                phases.stream().map(PhaseRow::of).toList()))
        .then(
            JsonRows.insert(
                database,
                """
                insert into contract_currency (tenant_id, currency)
                select current_setting('app.tenant'), currency from json_to_recordset($1::json) as r(currency text) order by currency
                on conflict do nothing
                """,
                phases.stream()
                    .map(phase -> new CurrencyRow(phase.fact().price().currency().value()))
                    .distinct()
                    .toList()));
  }

  @Override
  public Mono<Void> addInvoices(Collection<Recorded<Invoice>> invoices) {
    return meet(invoices.stream().map(invoice -> invoice.fact().account()))
        .then(
            JsonRows.insert(
                database,
                """
                insert into invoice (tenant_id, invoice_id, fact_id, account_id, issued_on, amount, due_on,
                       paid_on, status, received_at, recorded_at)
                select current_setting('app.tenant'), r.*
                  from json_to_recordset($1::json) as r(invoice_id text, fact_id text, account_id text,
                       issued_on date, amount numeric, due_on date, paid_on date, status text,
                       received_at timestamptz, recorded_at timestamptz)
                on conflict do nothing
                """,
                invoices.stream().map(InvoiceRow::of).toList()));
  }

  @Override
  public Mono<Void> addOutcomes(Collection<AccountOutcome> outcomes) {
    return meet(outcomes.stream().map(AccountOutcome::account))
        .then(
            JsonRows.insert(
                database,
                """
                insert into outcome (tenant_id, account_id, fact_id, kind, happened_on, reason, received_at,
                       recorded_at)
                select current_setting('app.tenant'), r.*
                  from json_to_recordset($1::json) as r(account_id text, fact_id text, kind text,
                       happened_on date, reason text, received_at timestamptz, recorded_at timestamptz)
                on conflict do nothing
                """,
                outcomes.stream().map(OutcomeRow::of).toList()));
  }

  @Override
  public Mono<Void> addRates(Collection<Recorded<ExchangeRate>> rates) {
    return JsonRows.insert(
        database,
        """
        insert into exchange_rate (tenant_id, base, quote, day, fact_id, rate, received_at, recorded_at)
        select current_setting('app.tenant'), r.*
          from json_to_recordset($1::json) as r(base text, quote text, day date, fact_id text, rate numeric,
               received_at timestamptz, recorded_at timestamptz)
        on conflict do nothing
        """,
        rates.stream().map(RateRow::of).toList());
  }

  /**
   * Reads by the primary keys of contract_phase, invoice and merged_subject and by invoice_account.
   * Whoever paid every invoice when it was due is worth the same with one more of them.
   */
  @Override
  public Mono<Set<AccountId>> affected(
      Collection<Recorded<Phase>> phases, Collection<Recorded<Invoice>> invoices) {
    if (phases.isEmpty() && invoices.isEmpty()) {
      return Mono.just(Set.of());
    }
    return database
        .sql(
            """
            select coalesce(m.into_subject, told.account_id) as account_id
              from (select account_id from contract_phase where subscription_id = any($1)
                     union
                    select account_id from invoice
                     where account_id in (select account_id from invoice where invoice_id = any($2))
                       and amount > 0 and (paid_on is null or paid_on > coalesce(due_on, issued_on))) told
              left join merged_subject m on m.subject = told.account_id
            """)
        .bind(0, Parameters.texts(phases, p -> p.fact().subscription().value()))
        .bind(1, Parameters.texts(invoices, i -> i.fact().id()))
        .map(Columns::account)
        .all()
        .collect(toCollection(TreeSet::new));
  }

  @Override
  public Mono<List<AccountId>> accounts() {
    return database
        .sql(
            """
            select account_id from account a
             where not exists (select from merged_subject m where m.subject = a.account_id)
             order by account_id
            """)
        .map(Columns::account)
        .all()
        .collectList();
  }

  @Override
  public Mono<Void> meet(Collection<AccountId> accounts) {
    return meet(accounts.stream());
  }

  private Mono<Void> meet(Stream<AccountId> accounts) {
    return JsonRows.insert(
        database,
        """
        insert into account (tenant_id, account_id)
        select current_setting('app.tenant'), account_id from json_to_recordset($1::json) as r(account_id text) order by account_id
        on conflict do nothing
        """,
        accounts.distinct().map(id -> new AccountRow(id.value(), null, null)).toList());
  }

  @Override
  public Mono<Void> forget() {
    return database
        .sql("set local statement_timeout = '10min'") // of a large tenant it takes a while
        .then()
        .thenMany(Flux.just("contract_phase", "invoice", "outcome", "exchange_rate"))
        .concatMap(
            table ->
                database
                    .sql(
                        "delete from %s where tenant_id = current_setting('app.tenant')"
                            .formatted(table))
                    .then())
        .then(
            database
                .sql(
                    "update account set received_at = null"
                        + " where tenant_id = current_setting('app.tenant')")
                .then());
  }
}
