package io.holdfast.scoring.picture;

import io.holdfast.scoring.picture.Fact.Charge;
import io.holdfast.scoring.picture.Fact.Contact;
import io.holdfast.scoring.picture.Fact.Invoice;
import io.holdfast.scoring.picture.Fact.Meeting;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.Fact.Outcome;
import io.holdfast.scoring.picture.Fact.Phase;
import io.holdfast.scoring.picture.Fact.ScoreOverride;
import io.holdfast.scoring.picture.Fact.SurveyAnswer;
import io.holdfast.scoring.picture.Fact.Ticket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account as known by one instant, to be asked about any business instant. */
public final class KnownPicture {

  private final TenantCalendar calendar;
  private final Usage usage;
  private final List<Use> uses;
  private final List<Recorded> facts;
  private final Map<Class<? extends Fact>, List<Recorded>> byKind;
  private final @Nullable Instant firstSeen;
  private final Departures departures;

  KnownPicture(TenantCalendar calendar, List<Use> uses, List<Recorded> facts) {
    this(calendar, uses, Usage.of(uses, calendar), facts);
  }

  /** With use that is indexed already. */
  KnownPicture(TenantCalendar calendar, List<Use> uses, Usage usage, List<Recorded> facts) {
    this.calendar = calendar;
    this.uses = uses;
    this.usage = usage;
    this.facts = facts;
    this.byKind =
        facts.stream().collect(Collectors.groupingBy(version -> version.fact().getClass()));
    this.firstSeen = earliest(usage, facts, calendar);
    this.departures = Departures.of(facts);
  }

  /** A fact with its key. */
  public record Named<F extends Fact>(String key, F fact) {}

  /** How much of all there is has a knowledge time that a load of history declared. */
  public record Assumed(long assumed, long all) {

    public static final Assumed NOTHING = new Assumed(0, 0);

    public Assumed and(Assumed other) {
      return new Assumed(assumed + other.assumed, all + other.all);
    }

    public BigDecimal share() {
      return all == 0
          ? BigDecimal.ZERO
          : BigDecimal.valueOf(assumed).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_EVEN);
    }
  }

  public TenantCalendar calendar() {
    return calendar;
  }

  public Usage usage() {
    return usage;
  }

  /** Whether the account shares a gap of the fleet that holds worse bands at an instant. */
  public boolean sharesGap(Instant at) {
    return calendar
        .gap(at)
        .filter(gap -> gap.days().stream().anyMatch(usage::isMissedOn))
        .isPresent();
  }

  /** Each use from one instant to another, both included. */
  public Stream<Use> uses(Instant from, Instant to) {
    return uses.stream()
        .filter(use -> !use.happenedAt().isBefore(from) && !use.happenedAt().isAfter(to));
  }

  /** When the account first appears in anything that is known. */
  public @Nullable Instant firstSeen() {
    return firstSeen;
  }

  public boolean existsAt(Instant at) {
    return firstSeen != null && !firstSeen.isAfter(at);
  }

  public Stream<Named<Ticket>> tickets(Instant at) {
    return named(Ticket.class).filter(ticket -> !ticket.fact().openedAt().isAfter(at));
  }

  public Stream<Named<Invoice>> invoices(Instant at) {
    return named(Invoice.class)
        .filter(invoice -> !invoice.fact().began(calendar.zone()).isAfter(at));
  }

  public Stream<Named<Charge>> charges(Instant at) {
    return named(Charge.class).filter(charge -> !charge.fact().happenedAt().isAfter(at));
  }

  public Stream<Named<Meeting>> meetings(Instant at) {
    return named(Meeting.class).filter(meeting -> !meeting.fact().heldAt().isAfter(at));
  }

  public Stream<Named<SurveyAnswer>> answers(Instant at) {
    return named(SurveyAnswer.class).filter(answer -> !answer.fact().answeredAt().isAfter(at));
  }

  public Stream<Named<Noted>> noted(Instant at) {
    return named(Noted.class).filter(noted -> !noted.fact().happenedAt().isAfter(at));
  }

  /** Whoever of the account spoke with us, and what else was noted, but for tickets. */
  public Stream<Interaction> interactions(Instant at) {
    return Stream.of(
            meetings(at).map(Named::fact).map(Interaction::of),
            answers(at).map(Named::fact).map(Interaction::of),
            noted(at).map(Named::fact).map(Interaction::of))
        .flatMap(interactions -> interactions);
  }

  /** The people of the account that are known as its contacts, also those who left. */
  public List<Stakeholder> stakeholders(Instant at) {
    return Stakeholder.of(named(Contact.class), this, at);
  }

  /** When somebody last used the product, answered or was noted something of. */
  Optional<Instant> lastActive(String person, Instant at) {
    return Stream.of(
            usage.lastOf(person, at).stream(),
            answers(at)
                .map(Named::fact)
                .filter(answer -> person.equals(answer.person()))
                .map(SurveyAnswer::answeredAt),
            noted(at)
                .map(Named::fact)
                .filter(noted -> person.equals(noted.person()))
                .map(Noted::happenedAt))
        .flatMap(instants -> instants)
        .max(Comparator.naturalOrder());
  }

  /** Every override there was, also those that hold no more. */
  public Stream<Named<ScoreOverride>> overrides() {
    return named(ScoreOverride.class);
  }

  /** The override that holds at an instant; of several the one made last. */
  public Optional<Named<ScoreOverride>> override(Instant at) {
    return overrides()
        .filter(one -> one.fact().holds(at))
        .max(
            Comparator.comparing((Named<ScoreOverride> one) -> one.fact().from())
                .thenComparing(Named::key));
  }

  public Stream<Outcome> outcomes(LocalDate day) {
    return of(Outcome.class).filter(outcome -> !outcome.happenedOn().isAfter(day));
  }

  public Stream<Phase> phasesStarted(LocalDate day) {
    return phases().stream().filter(phase -> !phase.startsOn().isAfter(day));
  }

  /** Paid seats of the phases live on a day. */
  public int paidSeats(LocalDate day) {
    return phasesStarted(day)
        .filter(phase -> phase.paid() && phase.isLive(day))
        .mapToInt(Phase::seats)
        .sum();
  }

  /** The day the account was gone, if it is gone on that day. */
  public Optional<LocalDate> departedBy(LocalDate day) {
    return departures.by(day);
  }

  /** The days up to one on which the account was gone, also of an account that came back. */
  public List<LocalDate> departures(LocalDate through) {
    return Stream.concat(
            outcomes(through).map(Outcome::happenedOn),
            phasesStarted(through).map(Phase::endsOn).filter(Objects::nonNull))
        .filter(day -> !day.isAfter(through))
        .distinct()
        .sorted()
        .filter(day -> departedBy(day).equals(Optional.of(day)))
        .toList();
  }

  /** What happened by an instant, and how much of it is known since when a load declared. */
  public Assumed assumed(Instant at) {
    List<Recorded> begun =
        facts.stream()
            .filter(version -> !version.fact().began(calendar.zone()).isAfter(at))
            .toList();
    List<Use> used = uses.stream().filter(use -> !use.happenedAt().isAfter(at)).toList();
    return new Assumed(
        begun.stream().filter(version -> version.knowledge().assumed()).count()
            + used.stream().filter(Use::assumed).count(),
        begun.size() + used.size());
  }

  /** Share of what happened by an instant whose knowledge time a load of history declared. */
  public BigDecimal assumedShare(Instant at) {
    return assumed(at).share();
  }

  private List<Phase> phases() {
    return of(Phase.class).toList();
  }

  private <F extends Fact> Stream<F> of(Class<F> kind) {
    return named(kind).map(Named::fact);
  }

  private <F extends Fact> Stream<Named<F>> named(Class<F> kind) {
    return byKind.getOrDefault(kind, List.of()).stream()
        .map(version -> new Named<>(version.key(), kind.cast(version.fact())));
  }

  private static @Nullable Instant earliest(
      Usage usage, List<Recorded> facts, TenantCalendar calendar) {
    Instant firstUse = usage.firstAt();
    Instant firstFact =
        facts.stream()
            .filter(version -> !(version.fact() instanceof ScoreOverride))
            .map(version -> version.fact().began(calendar.zone()))
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (firstUse == null || firstFact == null) {
      return firstUse == null ? firstFact : firstUse;
    }
    return firstUse.isBefore(firstFact) ? firstUse : firstFact;
  }
}
