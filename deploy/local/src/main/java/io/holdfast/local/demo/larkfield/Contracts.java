package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of a customer: seats follow the people who use them, prices rise at renewals.
 * Each phase is written down open when it begins, and again, ended, when its end is decided.
 */
final class Contracts {

  private static final int NOTICE_DAYS = 60;

  private final Script script;
  private final List<Person> people;
  private final Draw draw;
  private final List<Phase> written = new ArrayList<>();

  private Contracts(Script script, List<Person> people) {
    this.script = script;
    this.people = people;
    this.draw = script.draw("contracts");
  }

  static List<Phase> of(Script script, List<Person> people) {
    var contracts = new Contracts(script, people);
    int number = 1;
    for (Script.Term term : script.terms()) {
      contracts.seats(term, number++);
    }
    if (script.addOnFrom != null && !script.addOnFrom.isAfter(script.today)) {
      contracts.addOn(script.addOnFrom);
    }
    return contracts.written;
  }

  private void seats(Script.Term term, int number) {
    String id = "sub-%s-%d".formatted(script.firm.id(), number);
    int seats = Math.max(2, (int) Math.ceil(atWork(term.startsOn().plusDays(20)) / script.fill));
    BigDecimal uplift = BigDecimal.ONE;
    if (script.trial && number == 1) {
      Phase trial = phase(id, term.startsOn().minusDays(14), seats, uplift, null).asTrial();
      written.add(trial);
      written.add(trial.ending(term.startsOn(), term.startsOn()));
    }
    Phase now = phase(id, term.startsOn(), seats, uplift, renewal(term.startsOn()));
    written.add(now);
    LocalDate last = term.decidedOn() == null ? script.today : term.decidedOn().minusDays(1);
    for (LocalDate day = term.startsOn().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      boolean renews = script.renewsByItself && day.equals(now.renewsOn());
      int wanted = wantedSeats(term, day, seats);
      if (!renews && wanted == seats) {
        continue;
      }
      if (renews) {
        script.outcomes.add(new Outcome(script.firm.id(), "renewed", day, null));
        uplift = draw.happens(0.75) ? uplift.multiply(percent(draw.between(102, 107))) : uplift;
      }
      seats = wanted;
      written.add(now.ending(day, day));
      LocalDate renewsOn = renews || now.renewsOn() == null ? renewal(day) : now.renewsOn();
      now = phase(id, day, seats, uplift, renewsOn);
      written.add(now);
    }
    if (term.endsOn() != null && term.decidedOn() != null) {
      written.add(now.ending(term.endsOn(), term.decidedOn()));
    }
  }

  /** Once a week somebody looks whether the seats suffice; a cut is made on its day. */
  private int wantedSeats(Script.Term term, LocalDate day, int seats) {
    if (script.seatCuts.contains(day)) {
      return Math.max(2, (int) Math.ceil(atWork(day) / 0.9));
    }
    boolean lookedAt = (day.toEpochDay() - term.startsOn().toEpochDay()) % 28 == 27;
    double used = lookedAt ? atWork(day) : 0;
    return used >= seats ? (int) Math.ceil(used * 1.14) + 1 : seats;
  }

  private long atWork(LocalDate day) {
    double pace = script.pace.at(day);
    long known = people.stream().filter(person -> person.takesPart(day, pace)).count();
    return script.thereAtStart == 0 ? script.people : known;
  }

  private @Nullable LocalDate renewal(LocalDate from) {
    return script.deal.hasTerm() ? from.plusYears(1) : null;
  }

  private Phase phase(
      String id, LocalDate on, int seats, BigDecimal uplift, @Nullable LocalDate renewsOn) {
    Deal deal = script.deal;
    boolean discounted = script.discountMonths > 0 && on.equals(script.dayZero);
    return new Phase(
        id,
        script.firm.id(),
        on,
        null,
        deal.price(uplift),
        deal.currency(),
        deal.interval(),
        seats,
        deal.plan(),
        script.seatsAgreed ? seats : null,
        false,
        script.renewsByItself,
        renewsOn,
        renewsOn == null ? null : NOTICE_DAYS,
        discounted ? BigDecimal.valueOf(15) : null,
        discounted ? script.discountMonths : null,
        on);
  }

  private void addOn(LocalDate from) {
    Deal deal = script.deal;
    var price = deal.seatPrice().multiply(BigDecimal.valueOf(Math.max(2, script.people / 5)));
    var months = BigDecimal.valueOf(deal.interval().months());
    written.add(
        new Phase(
            "sub-%s-scenarios".formatted(script.firm.id()),
            script.firm.id(),
            from,
            null,
            price.multiply(months),
            deal.currency(),
            deal.interval(),
            1,
            "Scenarios",
            null,
            false,
            true,
            null,
            null,
            null,
            null,
            from));
  }

  private static BigDecimal percent(int percent) {
    return BigDecimal.valueOf(percent, 2);
  }
}
