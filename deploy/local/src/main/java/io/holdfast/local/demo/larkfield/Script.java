package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is going to happen to one customer. It begins as the script of a good customer; a {@link
 * Plot} rewrites the parts that are its own.
 */
final class Script {

  /**
   * A time under contract; {@code endsOn} is the first day outside of it, decided on {@code
   * decidedOn}.
   */
  record Term(LocalDate startsOn, @Nullable LocalDate endsOn, @Nullable LocalDate decidedOn) {

    boolean covers(LocalDate day) {
      return !day.isBefore(startsOn) && (endsOn == null || day.isBefore(endsOn));
    }
  }

  /** Charges to the card fail from {@code from} on, until somebody enters another card. */
  record CardTrouble(LocalDate from, @Nullable LocalDate until) {}

  final Firm firm;
  final LocalDate today;
  final Draw draw;
  final long seed;
  final List<Story> stories = new ArrayList<>();
  final List<CardTrouble> cardTroubles = new ArrayList<>();
  final List<LocalDate> seatCuts = new ArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();

  LocalDate dayZero;
  Deal deal;
  int people;

  /** The share of its people who are there on day 0; the others join evenly until today. */
  double thereAtStart = 0.8;

  /** People per seat when seats are bought. */
  double fill;

  /** The share of its people with a reason to use the product. */
  Course pace = Course.level(0.97);

  /** Tickets in thirty days, and the share of them that hurt. */
  Course tickets;

  Course gravity = Course.level(0.1);

  /** Days between two conversations. */
  Course gap;

  /** Days from an invoice to its payment. */
  Course delay;

  boolean renewsByItself = true;

  /** Nobody has said yet how many seats the price is for. */
  boolean seatsAgreed = true;

  boolean trial;
  int discountMonths;
  @Nullable LocalDate addOnFrom;
  @Nullable LocalDate quietFrom;
  @Nullable LocalDate championLeavesOn;
  @Nullable LocalDate unpaidFrom;
  @Nullable LocalDate endsOn;
  @Nullable LocalDate decidedOn;
  @Nullable LocalDate returnsOn;

  Script(Firm firm, LocalDate today, long seed, LocalDate dayZero, Deal deal, int people) {
    this.firm = firm;
    this.today = today;
    this.seed = seed;
    this.draw = Draw.of(seed, firm.id(), "plot");
    this.dayZero = dayZero;
    this.deal = deal;
    this.people = people;
    this.fill = draw.between(0.78, 0.96);
    this.tickets = Course.level(0.35 + people * 0.05);
    this.gap = Course.level(draw.between(24.0, 38.0));
    this.delay = Course.level(draw.between(17.0, 26.0));
  }

  LocalDate windowStart() {
    return windowStart(today);
  }

  static LocalDate windowStart(LocalDate today) {
    return today.minusMonths(18);
  }

  /** The first day of this customer that the data covers. */
  LocalDate firstDay() {
    return Row.later(windowStart(), dayZero);
  }

  List<Term> terms() {
    var first = new Term(dayZero, endsOn, decidedOn);
    return returnsOn == null ? List.of(first) : List.of(first, new Term(returnsOn, null, null));
  }

  boolean isCustomer(LocalDate day) {
    return terms().stream().anyMatch(term -> term.covers(day));
  }

  Draw draw(String purpose) {
    return Draw.of(seed, firm.id(), purpose);
  }

  /** Moves day 0 so that a term, or a month paid by card, begins on {@code day}. */
  void renewsOn(LocalDate day, int termsBefore) {
    dayZero = deal.hasTerm() ? day.minusYears(termsBefore) : day.minusMonths(termsBefore * 7L);
  }

  void ends(LocalDate on, LocalDate decided, String kind, String reason) {
    endsOn = on;
    decidedOn = decided;
    outcomes.add(new Outcome(firm.id(), kind, on, reason));
  }

  void fact(
      String type,
      LocalDate on,
      @Nullable String contact,
      @Nullable String text,
      @Nullable LocalDate due) {
    String id = "fact-%s-%s-%s".formatted(firm.id(), type, on);
    facts.add(new Fact(id, firm.id(), type, on, contact, null, null, text, due));
  }

  void story(Story.Kind kind, LocalDate on, String sentence) {
    stories.add(new Story(firm.id(), kind, on, firm.name() + ": " + sentence));
  }
}
