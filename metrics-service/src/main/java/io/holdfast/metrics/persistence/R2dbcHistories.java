package io.holdfast.metrics.persistence;

import static java.util.stream.Collectors.toSet;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.booking.Facts.AccountOutcome;
import io.holdfast.metrics.booking.Histories;
import io.holdfast.metrics.booking.Settings;
import io.holdfast.metrics.booking.TenantSettings;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.knowledge.RecordedHistory;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads a tenant's settings and facts. */
public final class R2dbcHistories implements Histories, Settings {

  private final DatabaseClient database;
  private final TenantSettings unheard;
  private final MergedAccounts merged;

  /**
   * @param unheard what holds until a tenant's settings are heard
   */
  public R2dbcHistories(DatabaseClient database, TenantSettings unheard) {
    this.database = database;
    this.unheard = unheard;
    this.merged = new MergedAccounts(database);
  }

  @Override
  public Mono<TenantSettings> settings() {
    return database
        .sql("select currency, time_zone from tenant_settings")
        .map(
            row -> {
              Columns of = new Columns(row);
              return new TenantSettings(
                  new CurrencyCode(of.text("currency")), ZoneId.of(of.text("time_zone")));
            })
        .one()
        .defaultIfEmpty(unheard);
  }

  @Override
  public Mono<Boolean> change(TenantSettings settings) {
    return database
        .sql(
            """
            insert into tenant_settings as s (tenant_id, currency, time_zone)
            values (current_setting('app.tenant'), $1, $2)
            on conflict (tenant_id) do update
               set currency = excluded.currency, time_zone = excluded.time_zone
             where (s.currency, s.time_zone) is distinct from (excluded.currency, excluded.time_zone)
            """)
        .bind(0, settings.currency().value())
        .bind(1, settings.zone().getId())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  /** Uses the primary key of exchange_rate, twice; a join instead of the arrays would not. */
  @Override
  public Mono<List<Recorded<ExchangeRate>>> rates(CurrencyCode report) {
    return database
        .sql(
            """
            select base, quote, day, fact_id, rate, received_at, recorded_at from exchange_rate
             where quote = $1 and base = any (array(select currency from contract_currency))
                or base = $1 and quote = any (array(select currency from contract_currency))
             order by coalesce(recorded_at, received_at), received_at, fact_id
            """)
        .bind(0, report.value())
        .map(FactRows::rate)
        .all()
        .collectList();
  }

  /** Reads all contracts of the tenant, which a rate is worth and nothing else asks for. */
  @Override
  public Mono<Set<AccountId>> payingIn(Collection<CurrencyCode> currencies) {
    return database
        .sql(
            """
            select distinct coalesce(m.into_subject, c.account_id) as account_id
              from contract_phase c left join merged_subject m on m.subject = c.account_id
             where c.currency = any($1)
            """)
        .bind(0, Parameters.texts(currencies, CurrencyCode::value))
        .map(Columns::account)
        .all()
        .collect(toSet());
  }

  @Override
  public Mono<List<RecordedHistory>> of(Collection<AccountId> accounts) {
    return merged.of(accounts).flatMap(this::histories);
  }

  private Mono<List<RecordedHistory>> histories(List<OneAccount> accounts) {
    String[] ids = Parameters.ids(accounts.stream().flatMap(one -> one.all().stream()).toList());
    // one after the other, for they share the connection of the transaction
    return phases(ids)
        .zipWhen(_ -> invoices(ids).zipWhen(_ -> outcomes(ids)))
        .map(
            found -> {
              ByAccount<Phase> phases =
                  new ByAccount<>(found.getT1(), Phase::account, Phase::subscription);
              ByAccount<Invoice> invoices =
                  new ByAccount<>(found.getT2().getT1(), Invoice::account, Invoice::id);
              Map<AccountId, List<Recorded<Outcome>>> outcomes = byAccount(found.getT2().getT2());
              return accounts.stream()
                  .map(
                      one ->
                          new RecordedHistory(
                              one,
                              phases.of(one),
                              invoices.of(one),
                              one.all().stream()
                                  .flatMap(told -> outcomes.getOrDefault(told, List.of()).stream())
                                  .toList()))
                  .toList();
            });
  }

  /** Uses contract_phase_account, then the primary key for what other accounts hold. */
  private Mono<List<Recorded<Phase>>> phases(String[] accounts) {
    return database
        .sql(
            """
            select * from contract_phase
             where subscription_id in (select subscription_id from contract_phase where account_id = any($1))
            """)
        .bind(0, accounts)
        .map(FactRows::phase)
        .all()
        .collectList();
  }

  /** Uses invoice_account, then the primary key. */
  private Mono<List<Recorded<Invoice>>> invoices(String[] accounts) {
    return database
        .sql(
            """
            select * from invoice
             where invoice_id in (select invoice_id from invoice where account_id = any($1))
            """)
        .bind(0, accounts)
        .map(FactRows::invoice)
        .all()
        .collectList();
  }

  private Mono<List<AccountOutcome>> outcomes(String[] accounts) {
    return database
        .sql("select * from outcome where account_id = any($1)")
        .bind(0, accounts)
        .map(FactRows::outcome)
        .all()
        .collectList();
  }

  private static Map<AccountId, List<Recorded<Outcome>>> byAccount(List<AccountOutcome> outcomes) {
    Map<AccountId, List<Recorded<Outcome>>> byAccount = new HashMap<>();
    for (AccountOutcome told : outcomes) {
      byAccount.computeIfAbsent(told.account(), _ -> new ArrayList<>()).add(told.outcome());
    }
    return byAccount;
  }

  /** Versions by the thing they are of, found by any account that one of them names. */
  private static final class ByAccount<T> {

    private final Map<Object, List<Recorded<T>>> things = new HashMap<>();
    private final Map<AccountId, Set<Object>> ofAccount = new HashMap<>();

    ByAccount(
        List<Recorded<T>> versions, Function<T, AccountId> account, Function<T, Object> thing) {
      for (Recorded<T> version : versions) {
        Object key = thing.apply(version.fact());
        things.computeIfAbsent(key, _ -> new ArrayList<>()).add(version);
        AccountId holder = account.apply(version.fact());
        ofAccount.computeIfAbsent(holder, _ -> new HashSet<>()).add(key);
      }
    }

    List<Recorded<T>> of(OneAccount account) {
      return account.all().stream()
          .flatMap(told -> ofAccount.getOrDefault(told, Set.of()).stream())
          .distinct()
          .flatMap(key -> things.getOrDefault(key, List.of()).stream())
          .toList();
    }
  }
}
