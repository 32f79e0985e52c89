package io.holdfast.metrics;

import static io.holdfast.metrics.HistoryFixture.EUR;
import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;

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
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.Fraction;
import io.holdfast.metrics.policy.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Histories nobody would think of, and their worth counted day by day without the ledger. */
public final class RandomHistories {

  private static final LocalDate FIRST = LocalDate.of(2023, 2, 1);

  private RandomHistories() {}

  public static AccountHistory account(String id, Random random, boolean foreign) {
    List<Subscription> subscriptions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      subscriptions.add(subscription(id, id + "-s" + i, random, foreign));
    }
    List<Invoice> invoices = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate due = someDay(random);
      LocalDate paid = random.nextInt(3) == 0 ? null : due.plusDays(random.nextInt(90) - 10);
      invoices.add(
          new Invoice(
              id + "-i" + i,
              new AccountId(id),
              due,
              BigDecimal.TEN,
              due,
              paid,
              Invoice.Status.OPEN));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      outcomes.add(new Outcome(one(Outcome.Kind.values(), random), someDay(random), "r" + i));
    }
    return new AccountHistory(
        OneAccount.alone(new AccountId(id)), subscriptions, invoices, outcomes);
  }

  static AccountHistory shuffled(AccountHistory history, Random random) {
    return new AccountHistory(
        history.whose(),
        shuffled(
            history.subscriptions().stream()
                .map(s -> new Subscription(s.id(), shuffled(s.phases(), random)))
                .toList(),
            random),
        shuffled(history.invoices(), random),
        shuffled(history.outcomes(), random));
  }

  static boolean isOnlyUsd(AccountHistory history) {
    return history.subscriptions().stream()
        .flatMap(subscription -> subscription.phases().stream())
        .allMatch(phase -> phase.price().currency().equals(USD));
  }

  /** The rules of the preset, said once more in another way: for each subscription on one day. */
  static Amount worthByCounting(AccountHistory history, LocalDate day) {
    return worthByCounting(history, day, ExchangeRates.none(USD));
  }

  /** At the rates of the day. */
  static Amount worthByCounting(AccountHistory history, LocalDate day, ExchangeRates rates) {
    Amount sum = Amount.ZERO;
    if (history.invoices().stream().anyMatch(i -> pastDue(i, history.invoices(), day))) {
      return sum;
    }
    for (Subscription subscription : history.subscriptions()) {
      Phase phase =
          subscription.phases().stream()
              .filter(p -> !p.startsOn().isAfter(day))
              .max(Comparator.comparing(Phase::startsOn))
              .orElse(null);
      if (phase != null && counts(phase, day)) {
        BigDecimal rate = rates.on(day, phase.price().currency()).orElseThrow();
        sum = sum.plus(Amount.kept(monthly(phase, day).value().multiply(rate)));
      }
    }
    return sum;
  }

  private static boolean counts(Phase phase, LocalDate day) {
    LocalDate ends = phase.endsOn();
    LocalDate renews = phase.renewal().on();
    boolean lapsed =
        ends == null
            && !Boolean.TRUE.equals(phase.renewal().automatic())
            && renews != null
            && renews.isAfter(phase.startsOn())
            && !day.isBefore(renews.plusDays(90));
    return phase.status().equals("active") && (ends == null || day.isBefore(ends)) && !lapsed;
  }

  private static boolean pastDue(Invoice invoice, List<Invoice> all, LocalDate day) {
    LocalDate from = due(invoice).plusDays(30);
    boolean paidBefore = invoice.paidOn() != null && !invoice.paidOn().isAfter(from);
    return !paidBefore
        && !day.isBefore(from)
        && all.stream()
            .filter(other -> other == invoice || due(other).isAfter(due(invoice)))
            .map(Invoice::paidOn)
            .noneMatch(paid -> paid != null && !paid.isBefore(from) && !paid.isAfter(day));
  }

  private static LocalDate due(Invoice invoice) {
    LocalDate due = invoice.dueOn();
    return due == null ? invoice.issuedOn() : due;
  }

  private static Amount monthly(Phase phase, LocalDate day) {
    Integer months = phase.discount().months();
    boolean reduced = months == null || day.isBefore(phase.startsOn().plusMonths(months));
    BigDecimal percent = reduced ? phase.discount().percent() : BigDecimal.ZERO;
    Price price = phase.price();
    Fraction factor = POLICY.factor(price.interval());
    BigDecimal exact =
        price
            .amount()
            .multiply(price.quantity())
            .multiply(factor.numerator())
            .multiply(BigDecimal.ONE.subtract(percent.movePointLeft(2)))
            .divide(
                factor.denominator().multiply(BigDecimal.valueOf(price.intervalCount())),
                30,
                RoundingMode.HALF_EVEN);
    return Amount.kept(exact);
  }

  private static Subscription subscription(
      String account, String id, Random random, boolean foreign) {
    Map<LocalDate, Phase> phases = new TreeMap<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Phase phase = phase(account, id, random, foreign);
      phases.put(phase.startsOn(), phase);
    }
    return new Subscription(new SubscriptionId(id), List.copyOf(phases.values()));
  }

  private static Phase phase(String account, String id, Random random, boolean foreign) {
    LocalDate startsOn = someDay(random);
    LocalDate endsOn = random.nextBoolean() ? null : startsOn.plusDays(random.nextInt(500));
    Price price =
        new Price(
            BigDecimal.valueOf(random.nextInt(100_000), 2),
            foreign && random.nextBoolean() ? EUR : USD,
            one(Interval.values(), random),
            1 + random.nextInt(3),
            BigDecimal.valueOf(random.nextInt(5)));
    Discount discount =
        random.nextBoolean()
            ? Discount.NONE
            : new Discount(BigDecimal.valueOf(random.nextInt(101)), months(random));
    Renewal renewal =
        random.nextBoolean()
            ? Renewal.UNKNOWN
            : new Renewal(startsOn.plusDays(random.nextInt(400)), perhaps(random), 30);
    String status = random.nextInt(5) == 0 ? "trialing" : "active";
    return new Phase(
        new SubscriptionId(id),
        new AccountId(account),
        startsOn,
        endsOn,
        price,
        discount,
        renewal,
        status,
        startsOn,
        null,
        null);
  }

  private static @Nullable Boolean perhaps(Random random) {
    return random.nextInt(3) == 0 ? null : random.nextBoolean();
  }

  private static @Nullable Integer months(Random random) {
    return random.nextBoolean() ? null : random.nextInt(14);
  }

  private static LocalDate someDay(Random random) {
    return FIRST.plusDays(random.nextInt(1000));
  }

  private static <T> T one(T[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
