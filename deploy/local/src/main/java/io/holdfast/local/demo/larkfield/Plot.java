package io.holdfast.local.demo.larkfield;

import static io.holdfast.local.demo.larkfield.Story.Kind.*;

import java.time.LocalDate;
import java.util.function.BiConsumer;

/** What can happen to a customer; {@code when} is the day on which it does, or begins to. */
enum Plot {
  STEADY(0, 0, (_, _) -> {}),

  GROWS(
      20,
      400,
      (s, when) -> {
        s.thereAtStart = s.draw.between(0.28, 0.45);
        if (s.draw.happens(0.65)) {
          s.addOnFrom = Row.later(when, s.dayZero.plusDays(100));
        }
        s.story(EXPANSION, when, "more people every month, more seats, and an add-on for some.");
      }),

  HALF_EMPTY(
      0,
      0,
      (s, _) -> {
        s.fill = s.draw.between(0.36, 0.48);
        s.gap = Course.level(s.draw.between(46.0, 70.0));
        s.pace = s.pace.moving(s.today.minusDays(50), s.today, s.draw.between(0.48, 0.72));
      }),

  DRIFTS(
      35,
      60,
      (s, when) -> {
        double left = s.draw.between(0.34, 0.6);
        s.pace = s.pace.moving(when, s.today.plusDays(7), left);
        s.gap = Course.level(s.draw.between(40.0, 60.0));
        s.fill = s.draw.between(0.7, 0.92);
        s.story(ADOPTION_SLIDE, when, "a few people fewer every week.");
      }),

  SLIDES(
      49,
      66,
      (s, when) -> {
        s.fill = s.draw.between(0.75, 0.93);
        s.pace = s.pace.moving(when, s.today, s.draw.between(0.16, 0.34));
        s.quietFrom = s.draw.happens(0.5) ? when.minusDays(20) : null;
        s.story(ADOPTION_SLIDE, when, "use falls week by week to less than half.");
      }),

  LOSES_ITS_CHAMPION(
      29,
      46,
      (s, when) -> {
        s.championLeavesOn = when;
        s.fill = s.draw.between(0.7, 0.93);
        s.pace = s.pace.moving(when, when.plusDays(24), s.draw.between(0.03, 0.1));
        s.quietFrom = when.minusDays(s.draw.between(28, 50));
        s.story(CHAMPION_LEAVES, when, "the champion leaves, and use follows within a month.");
      }),

  FALLS_SILENT(
      78,
      130,
      (s, when) -> {
        s.quietFrom = when;
        s.fill = s.draw.between(0.7, 0.93);
        s.pace = s.pace.moving(s.today.minusDays(49), s.today, s.draw.between(0.34, 0.62));
        s.story(SILENCE, when, "no ticket, no meeting, no answer since.");
      }),

  SUFFERS(
      16,
      30,
      (s, when) -> {
        s.tickets = s.tickets.jumping(when, 7 + s.people * 0.3);
        s.gravity = s.gravity.jumping(when, 0.6);
        s.pace = s.pace.moving(when, s.today, s.draw.between(0.4, 0.7));
        s.story(SUPPORT_TROUBLE, when, "serious tickets pile up and stay open.");
      }),

  PAYS_LATE(
      10,
      26,
      (s, due) -> {
        LocalDate issued = due.minusDays(30);
        s.renewsOn(issued, s.draw.between(1, 2));
        s.delay = Course.level(s.draw.between(38.0, 48.0));
        s.unpaidFrom = issued;
        s.pace = s.pace.moving(s.today.minusDays(42), s.today, s.draw.between(0.42, 0.75));
        s.story(LATE_PAYMENT, due, "an invoice is not paid when it is due.");
      }),

  CARD_FAILS(
      4,
      19,
      (s, when) -> {
        s.renewsOn(when, s.draw.between(1, 4));
        s.cardTroubles.add(new Script.CardTrouble(when, null));
        s.fact("payment_method", when.minusDays(35), null, "card expires", when.minusDays(3));
        s.story(CARD_EXPIRES, when, "the card expires and charges fail.");
      }),

  CARD_RECOVERS(
      40,
      500,
      (s, when) -> {
        s.renewsOn(when, s.draw.between(1, 3));
        s.cardTroubles.add(new Script.CardTrouble(when, when.plusDays(s.draw.between(9, 24))));
        s.story(CARD_RECOVERED, when, "the charge fails; a new card is entered in time.");
      }),

  LEAVES(
      6,
      860,
      (s, when) -> {
        s.renewsOn(when, s.draw.between(1, 3));
        LocalDate notice = when.minusDays(s.draw.between(30, 60));
        String reason = s.draw.oneOf(Endings.REASONS);
        Endings.decline(s, notice.minusDays(s.draw.between(60, 110)), notice, reason);
        s.ends(when, notice, "voluntary_churn", reason);
        s.story(VOLUNTARY_CHURN, when, "leaves at the end of its term, reason " + reason + ".");
      }),

  CARD_LAPSES(
      9,
      820,
      (s, when) -> {
        s.renewsOn(when.minusDays(30), s.draw.between(1, 4));
        s.cardTroubles.add(new Script.CardTrouble(when.minusDays(30), null));
        s.ends(when, when, "involuntary_churn", "card_expired");
        s.story(INVOLUNTARY_CHURN, when, "the card expires, nobody answers, the contract ends.");
      }),

  NEVER_FITS(
      20,
      500,
      (s, when) -> {
        s.dayZero = when.minusMonths(s.draw.between(4, 7));
        s.pace = Course.level(s.draw.between(0.35, 0.5)).moving(s.dayZero.plusDays(30), when, 0.1);
        s.tickets = Course.level(3.5);
        s.fill = 0.7;
        s.ends(when, when.minusDays(31), "voluntary_churn", "bad_fit");
        s.story(BAD_FIT, s.dayZero, "never the right customer; gone within months.");
      }),

  COMES_BACK(
      170,
      430,
      (s, when) -> {
        LEAVES.unfold(s, when);
        s.returnsOn = when.plusDays(s.draw.between(50, 140));
        s.pace = s.pace.jumping(s.returnsOn, 0.97);
        s.tickets = s.tickets.jumping(s.returnsOn, 0.6);
        s.quietFrom = null;
        s.story(REACTIVATION, s.returnsOn, "comes back with a new contract.");
      }),

  SHRINKS(
      4,
      780,
      (s, when) -> {
        s.renewsOn(when, s.draw.between(1, 2));
        s.pace = s.pace.moving(when.minusDays(100), when.minusDays(20), s.draw.between(0.42, 0.64));
        s.seatCuts.add(when);
        s.story(CONTRACTION, when, "renews with fewer seats.");
      }),

  RENEWS_GLADLY(
      12,
      100,
      (s, when) -> {
        s.renewsOn(when, s.draw.between(1, 3));
        s.gap = Course.level(21);
        s.fact(
            "outcome_agreed", when.minusDays(300), null, "plan in two days instead of nine", null);
        s.fact("outcome_progressed", when.minusDays(60), null, "planning takes three days", null);
        s.fact("reference", when.plusDays(9), null, "speaks at the user conference", null);
        s.story(HAPPY_RENEWAL, when, "renews gladly and gives a reference.");
      }),

  LAPSES(
      20,
      55,
      (s, when) -> {
        s.renewsOn(when, 1);
        s.renewsByItself = false;
        s.fact("procurement_step", when.minusDays(12), null, "waiting for signature", null);
        s.story(LAPSED_CONTRACT, when, "the term is over, the signature is missing, use goes on.");
      }),

  BEGINS(
      12,
      75,
      (s, when) -> {
        s.dayZero = when;
        s.thereAtStart = 0.75;
        s.fact("milestone", when.plusDays(7), null, "first forecast published", null);
        s.story(NEW_CUSTOMER, when, "new; its people arrive over the first weeks.");
      }),

  SIGNS(
      0,
      5,
      (s, when) -> {
        s.dayZero = when;
        s.thereAtStart = 0;
        s.seatsAgreed = false;
        s.quietFrom = when;
        s.story(NEW_CUSTOMER, when, "has just signed; nobody has used anything yet.");
      });

  private final int latest;
  private final int earliest;
  private final BiConsumer<Script, LocalDate> twist;

  /** It happens between {@code latest} and {@code earliest} days before today. */
  Plot(int latest, int earliest, BiConsumer<Script, LocalDate> twist) {
    this.latest = latest;
    this.earliest = earliest;
    this.twist = twist;
  }

  void unfold(Script script, LocalDate when) {
    twist.accept(script, when);
  }

  /** The day of the i-th of n customers with this plot: spread evenly over its range. */
  LocalDate day(LocalDate today, int i, int n) {
    double share = n == 1 ? 0.5 : (double) i / (n - 1);
    return today.minusDays(earliest - Math.round((earliest - latest) * share));
  }
}
