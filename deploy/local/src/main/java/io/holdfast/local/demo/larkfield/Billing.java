package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bills what the contracts say at the start of each interval, and collects, or fails to. */
final class Billing {

  private static final int NET_DAYS = 30;
  private static final List<Integer> RETRIES = List.of(0, 3, 7, 14, 21);

  private final Script script;
  private final Draw draw;
  private final List<Phase> phases;
  final List<Invoice> invoices = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();

  Billing(Script script, List<Phase> written) {
    this.script = script;
    this.draw = script.draw("billing");
    this.phases = List.copyOf(asFinallyKnown(written).values());
    for (Script.Term term : script.terms()) {
      bill(term);
    }
  }

  static Map<String, Phase> asFinallyKnown(List<Phase> written) {
    var last = new LinkedHashMap<String, Phase>();
    written.forEach(phase -> last.put(phase.subscription() + phase.startsOn(), phase));
    return last;
  }

  private void bill(Script.Term term) {
    int months = script.deal.interval().months();
    for (int i = 0; ; i++) {
      LocalDate day = term.startsOn().plusMonths((long) i * months);
      if (day.isAfter(script.today) || !term.covers(day)) {
        return;
      }
      if (!day.isBefore(script.windowStart())) {
        collect(day, due(phases, day));
      }
    }
  }

  /** What the phases in force on a day cost for one interval. */
  static BigDecimal due(List<Phase> phases, LocalDate day) {
    return phases.stream()
        .filter(phase -> phase.covers(day) && !phase.trial())
        .map(phase -> cost(phase, day))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal cost(Phase phase, LocalDate day) {
    var whole = phase.amount().multiply(BigDecimal.valueOf(phase.quantity()));
    var percent = phase.discountPercent();
    var months = phase.discountMonths();
    return percent == null || (months != null && !day.isBefore(phase.startsOn().plusMonths(months)))
        ? whole
        : whole.multiply(BigDecimal.valueOf(100).subtract(percent)).movePointLeft(2);
  }

  private void collect(LocalDate day, BigDecimal amount) {
    String account = script.firm.id();
    String id = "inv-%s-%s".formatted(account, day.toString().replace("-", ""));
    LocalDate dueOn = script.deal.byCard() ? day : day.plusDays(NET_DAYS);
    LocalDate paidOn = script.deal.byCard() ? charge(id, day, amount) : transfer(day);
    if (paidOn != null && paidOn.isAfter(script.today)) {
      paidOn = null;
    }
    String status =
        paidOn != null
            ? "paid"
            : !script.isCustomer(script.today)
                ? "uncollectible"
                : dueOn.isBefore(script.today) ? "overdue" : "open";
    String currency = script.deal.currency();
    invoices.add(new Invoice(id, account, day, amount, currency, dueOn, paidOn, status));
  }

  private @Nullable LocalDate transfer(LocalDate issued) {
    boolean never = script.unpaidFrom != null && !issued.isBefore(script.unpaidFrom);
    double days = Math.max(3, draw.around(script.delay.at(issued), 3.5));
    return never ? null : issued.plusDays(Math.round(days));
  }

  /** Charges the card, again and again if it is refused. */
  private @Nullable LocalDate charge(String invoice, LocalDate day, BigDecimal amount) {
    boolean insufficientFunds = draw.happens(0.025);
    int mended = draw.between(1, 2);
    for (int i = 0; i < RETRIES.size(); i++) {
      LocalDate attempt = day.plusDays(RETRIES.get(i));
      if (attempt.isAfter(script.today)) {
        return null;
      }
      boolean refused = expired(attempt) || (insufficientFunds && i < mended);
      String kind = refused ? "charge_failed" : "payment_recovered";
      if (refused || i > 0) {
        String id = "%s-%s-%d".formatted(kind, invoice, i);
        String unit = script.deal.currency();
        facts.add(new Fact(id, script.firm.id(), kind, attempt, null, amount, unit, invoice, null));
      }
      if (!refused) {
        return attempt;
      }
    }
    return script.cardTroubles.stream()
        .filter(trouble -> !day.isBefore(trouble.from()) && trouble.until() != null)
        .map(Script.CardTrouble::until)
        .findFirst()
        .orElse(null);
  }

  private boolean expired(LocalDate day) {
    return script.cardTroubles.stream()
        .anyMatch(
            trouble ->
                !day.isBefore(trouble.from())
                    && (trouble.until() == null || day.isBefore(trouble.until())));
  }
}
