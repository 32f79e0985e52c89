package io.holdfast.metrics;

import static java.util.stream.Collectors.groupingBy;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Discount;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Price;
import io.holdfast.metrics.contract.Renewal;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.policy.Fraction;
import io.holdfast.metrics.policy.Interval;
import io.holdfast.metrics.policy.MetricPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contract histories for tests, in the words of an account manager. */
public final class HistoryFixture {

  public static final CurrencyCode USD = new CurrencyCode("USD");
  public static final CurrencyCode EUR = new CurrencyCode("EUR");

  public static final MetricPolicy POLICY =
      new MetricPolicy(
          "holdfast",
          1,
          Map.of(
              Interval.DAY, Fraction.parse("365/12"),
              Interval.WEEK, Fraction.parse("52/12"),
              Interval.MONTH, Fraction.parse("1"),
              Interval.QUARTER, Fraction.parse("1/3"),
              Interval.HALF_YEAR, Fraction.parse("1/6"),
              Interval.YEAR, Fraction.parse("1/12")),
          Set.of("trialing"),
          Set.of("canceled"),
          30,
          90);

  private final AccountId account;
  private final List<Phase> phases = new ArrayList<>();
  private final List<Invoice> invoices = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  private HistoryFixture(String account) {
    this.account = new AccountId(account);
  }

  public static HistoryFixture account(String id) {
    return new HistoryFixture(id);
  }

  public static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  public static Price usd(String amount, Interval interval) {
    return price(amount, USD, interval);
  }

  public static Price price(String amount, CurrencyCode currency, Interval interval) {
    return new Price(new BigDecimal(amount), currency, interval, 1, BigDecimal.ONE);
  }

  public static Phase phase(
      String account, String id, String from, @Nullable String until, Price price) {
    return phase(account, id, from, until, price, Discount.NONE, Renewal.UNKNOWN, "active");
  }

  public static Phase phase(
      String account,
      String id,
      String from,
      @Nullable String until,
      Price price,
      Discount discount,
      Renewal renewal,
      String status) {
    return new Phase(
        new SubscriptionId(id),
        new AccountId(account),
        day(from),
        until == null ? null : day(until),
        price,
        discount,
        renewal,
        status,
        day(from),
        null,
        null);
  }

  public HistoryFixture pays(String id, String from, @Nullable String until, Price price) {
    phases.add(phase(account.value(), id, from, until, price));
    return this;
  }

  public HistoryFixture has(Phase phase) {
    phases.add(phase);
    return this;
  }

  public HistoryFixture owes(String id, String due, @Nullable String paid) {
    invoices.add(
        new Invoice(
            id,
            account,
            day(due).minusDays(14),
            BigDecimal.TEN,
            day(due),
            paid == null ? null : day(paid),
            Invoice.Status.OPEN));
    return this;
  }

  public HistoryFixture told(Outcome.Kind kind, String on, @Nullable String reason) {
    outcomes.add(new Outcome(kind, day(on), reason));
    return this;
  }

  public AccountHistory history() {
    List<Subscription> subscriptions =
        phases.stream().collect(groupingBy(Phase::subscription)).entrySet().stream()
            .map(e -> new Subscription(e.getKey(), e.getValue()))
            .toList();
    return new AccountHistory(OneAccount.alone(account), subscriptions, invoices, outcomes);
  }
}
