package io.holdfast.scoring.journey;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.model.JourneyRules;
import io.holdfast.scoring.model.JourneyRules.Milestone;
import io.holdfast.scoring.picture.Fact.Phase;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows accounts on their way: what they show, what they reached, in which stage they are. */
public record Following(HealthPolicy policy) {

  private static final String MILESTONE = "milestone";
  public static final int DAY_90 = 90;

  /** So many days from the beginning are gone through for milestones. */
  private static final int FIRST_DAYS = 120;

  /** A picture that is read for today tells of the first days of an account no older than this. */
  private static final int YOUNG = 150;

  private JourneyRules rules() {
    return policy.model().journey();
  }

  public Findings look(KnownPicture picture, Instant at, Band band, Worth worth) {
    TenantCalendar calendar = picture.calendar();
    LocalDate day = calendar.day(at);
    LocalDate dayZero = dayZero(picture, day).orElse(null);
    Instant seen = picture.firstSeen();
    LocalDate first = seen == null || seen.isAfter(at) ? day : calendar.day(seen);
    LocalDate begins = dayZero == null ? first : dayZero;
    Moment moment = new Moment(picture, policy.features(), at);
    boolean atRisk = rules().segments().protect().contains(band);
    StakeholderCover people =
        StakeholderCover.of(picture.stakeholders(at), rules().stakeholders(), at, calendar);
    return new Findings(
        at,
        day,
        dayZero,
        begins,
        rules().milestones().stream()
            .filter(milestone -> Checked.of(milestone.reached(), moment).isMet())
            .map(Milestone::key)
            .toList(),
        told(picture, at, dayZero),
        Checked.all(rules().mature(), moment),
        people,
        CompetitorWatch.of(
            picture, rules().competitors(), at, atRisk, people.singleThreaded(), worth.renewsOn()),
        ExpansionReadiness.of(rules().expansion(), band, moment),
        atRisk);
  }

  /** What a stage is for. */
  public String goal(Stage stage) {
    return stage.rule(rules().stages()).goal();
  }

  /** The indicators of a stage; those not met are its failure signals. */
  public List<Checked> indicators(Stage stage, KnownPicture picture, Instant at) {
    return Checked.all(
        stage.rule(rules().stages()).indicators(), new Moment(picture, policy.features(), at));
  }

  /**
   * Whether the first days are to be looked at: they never were, they turned out to be other days,
   * or day 90 has come.
   */
  public boolean wantsFirstDays(JourneyState before, Findings findings) {
    return !before.lookedBack()
        || !findings.begins().equals(before.begins())
        || isDay90Due(before, findings);
  }

  /** The instant as of which a picture tells of the first days, if not as of now. */
  public Optional<Instant> firstDaysAsOf(Findings findings, TenantCalendar calendar) {
    return findings.age() > YOUNG
        ? Optional.of(calendar.endOf(findings.begins().plusDays(FIRST_DAYS)))
        : Optional.empty();
  }

  /** What the first days tell, of a picture that reaches back to them. */
  public FirstDays firstDays(KnownPicture picture, Findings findings) {
    TenantCalendar calendar = picture.calendar();
    LocalDate last = findings.begins().plusDays(FIRST_DAYS);
    List<Milestone> open = new ArrayList<>(rules().milestones());
    List<Reached> reached = new ArrayList<>();
    for (LocalDate day = findings.begins();
        !day.isAfter(last) && !day.isAfter(findings.day()) && !open.isEmpty();
        day = day.plusDays(1)) {
      Moment moment = new Moment(picture, policy.features(), until(day, findings, calendar));
      LocalDate on = day;
      open.removeIf(
          milestone -> {
            boolean met = Checked.of(milestone.reached(), moment).isMet();
            if (met) {
              reached.add(reached(milestone, on, findings.dayZero()));
            }
            return met;
          });
    }
    return new FirstDays(reached, scoreOfDay90(picture, findings));
  }

  private @Nullable BigDecimal scoreOfDay90(KnownPicture picture, Findings findings) {
    if (findings.dayZero() == null || !isPast90(findings)) {
      return null;
    }
    Instant end = picture.calendar().endOf(findings.dayZero().plusDays(DAY_90));
    return policy.at(end, picture).score();
  }

  private static Instant until(LocalDate day, Findings findings, TenantCalendar calendar) {
    Instant end = calendar.endOf(day);
    return end.isAfter(findings.at()) ? findings.at() : end;
  }

  /**
   * What is decided: milestones that are on record stay, whatever the first days are found to tell
   * later.
   */
  public Progress follow(JourneyState before, Findings findings, @Nullable FirstDays firstDays) {
    List<Reached> fresh = new ArrayList<>();
    if (firstDays != null) {
      firstDays.reached().stream().filter(one -> !before.has(one.key())).forEach(fresh::add);
    }
    findings.told().stream().filter(one -> !before.has(one.key())).forEach(fresh::add);
    for (Milestone milestone : rules().milestones()) {
      boolean known =
          before.has(milestone.key())
              || fresh.stream().anyMatch(one -> one.key().equals(milestone.key()));
      if (!known && findings.met().contains(milestone.key())) {
        fresh.add(reachedNow(milestone, before, findings));
      }
    }
    fresh.sort(Comparator.comparing(Reached::on).thenComparing(Reached::key));
    boolean atDay90 = firstDays != null && isDay90Due(before, findings);
    JourneyState known =
        before
            .beginning(findings.begins())
            .with(fresh)
            .lookedAt(
                before.lookedBack() || firstDays != null,
                atDay90 ? Objects.requireNonNull(firstDays).day90() : before.day90(),
                before.day90Told() || atDay90);
    JourneyState after = staged(known, findings);
    Stage stage = Objects.requireNonNull(after.stage());
    ExpansionReadiness expansion = findings.expansion().in(stage);
    return new Progress(
        before,
        after,
        findings,
        fresh,
        atDay90,
        expansion,
        Segmented.of(findings, stage, expansion));
  }

  private JourneyState staged(JourneyState state, Findings findings) {
    Stage shown = shown(state, findings);
    Stage stage = state.stage();
    if (stage == null || shown.compareTo(stage) > 0) {
      return state.entering(shown, findings.at());
    }
    if (shown == stage || shown == Stage.ONBOARDING) {
      return state.doubted(null);
    }
    Instant doubted = state.doubtedSince() == null ? findings.at() : state.doubtedSince();
    boolean longEnough =
        Duration.between(doubted, findings.at()).compareTo(Duration.ofDays(rules().keepDays()))
            >= 0;
    return longEnough ? state.entering(shown, findings.at()) : state.doubted(doubted);
  }

  /** The stage that the account shows, whatever it was in. */
  private Stage shown(JourneyState state, Findings findings) {
    boolean allReached =
        rules().milestones().stream()
            .filter(Milestone::endsOnboarding)
            .allMatch(milestone -> state.has(milestone.key()));
    if (!allReached && findings.age() < rules().onboardingDays()) {
      return Stage.ONBOARDING;
    }
    if (findings.age() < rules().matureFrom() || !Checked.allMet(findings.mature())) {
      return Stage.ADOPTION;
    }
    return findings.expansion().state() == ExpansionReadiness.State.READY
        ? Stage.EXPANSION
        : Stage.MATURITY;
  }

  private static boolean isDay90Due(JourneyState before, Findings findings) {
    return !before.day90Told() && findings.dayZero() != null && isPast90(findings);
  }

  private static boolean isPast90(Findings findings) {
    return findings.age() > DAY_90;
  }

  private static Reached reached(Milestone milestone, LocalDate on, @Nullable LocalDate dayZero) {
    return new Reached(
        milestone.key(), milestone.name(), on, Findings.daysSince(dayZero, on), false, false);
  }

  /** Nobody looked at an account between its first days and the first look. */
  private static Reached reachedNow(Milestone milestone, JourneyState before, Findings findings) {
    boolean firstLook = !before.lookedBack() && findings.age() > FIRST_DAYS;
    return firstLook
        ? new Reached(milestone.key(), milestone.name(), findings.day(), null, false, true)
        : reached(milestone, findings.day(), findings.dayZero());
  }

  /** What is noted about a person is hers, and no milestone of the account. */
  private static List<Reached> told(KnownPicture picture, Instant at, @Nullable LocalDate dayZero) {
    return picture
        .noted(at)
        .filter(noted -> noted.fact().type().equals(MILESTONE) && noted.fact().person() == null)
        .map(
            noted -> {
              LocalDate on = picture.calendar().day(noted.fact().happenedAt());
              String text = noted.fact().text();
              return new Reached(
                  "told:" + noted.key(),
                  text == null || text.isBlank() ? "Milestone" : text,
                  on,
                  Findings.daysSince(dayZero, on),
                  true,
                  false);
            })
        .toList();
  }

  private static Optional<LocalDate> dayZero(KnownPicture picture, LocalDate day) {
    return picture
        .phasesStarted(day)
        .filter(phase -> phase.paid() && !phase.takenBack())
        .map(Phase::startsOn)
        .min(Comparator.naturalOrder());
  }
}
