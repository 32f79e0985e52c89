package io.holdfast.scoring.persistence;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.model.Criterion;
import io.holdfast.scoring.model.JourneyRules;
import io.holdfast.scoring.model.JourneyRules.CompetitorRule;
import io.holdfast.scoring.model.JourneyRules.ExpansionRule;
import io.holdfast.scoring.model.JourneyRules.Milestone;
import io.holdfast.scoring.model.JourneyRules.SegmentRule;
import io.holdfast.scoring.model.JourneyRules.StageRule;
import io.holdfast.scoring.model.JourneyRules.Stages;
import io.holdfast.scoring.model.JourneyRules.StakeholderRule;
import io.holdfast.scoring.model.Measure;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the rules of a journey and finds every fault of them. */
final class JourneyReader {

  private static final int MOST = 20;
  private static final int FIRST_DAYS = 120;
  private static final int LONGEST = 730;

  private JourneyReader() {}

  /** Empty only with faults. */
  static Optional<JourneyRules> read(Pointed node) {
    int before = node.faults().size();
    node.only(
        "milestones",
        "onboardingDays",
        "matureFrom",
        "mature",
        "keepDays",
        "stages",
        "stakeholders",
        "expansion",
        "competitors",
        "segments");
    List<Milestone> milestones = all(node, "milestones", JourneyReader::milestone);
    Optional<Integer> onboardingDays = node.whole("onboardingDays", 1, LONGEST);
    Optional<Integer> matureFrom = node.whole("matureFrom", 0, LONGEST);
    List<Criterion> mature = criteria(node, "mature");
    Optional<Integer> keepDays = node.whole("keepDays", 0, LONGEST);
    Optional<Stages> stages = node.field("stages").flatMap(JourneyReader::stages);
    Optional<StakeholderRule> stakeholders =
        node.field("stakeholders").flatMap(JourneyReader::stakeholders);
    Optional<ExpansionRule> expansion = node.field("expansion").flatMap(JourneyReader::expansion);
    Optional<CompetitorRule> competitors =
        node.field("competitors").flatMap(JourneyReader::competitors);
    Optional<SegmentRule> segments = node.field("segments").flatMap(JourneyReader::segments);
    if (node.faults().size() > before) {
      return Optional.empty();
    }
    return node.make(
        "invalid_journey",
        () ->
            new JourneyRules(
                milestones,
                onboardingDays.orElseThrow(),
                matureFrom.orElseThrow(),
                mature,
                keepDays.orElseThrow(),
                stages.orElseThrow(),
                stakeholders.orElseThrow(),
                expansion.orElseThrow(),
                competitors.orElseThrow(),
                segments.orElseThrow()));
  }

  private static Optional<Milestone> milestone(Pointed node) {
    node.only("key", "name", "measure", "atLeast", "atMost", "byDay", "endsOnboarding");
    Optional<String> key = node.key("key", '_');
    Optional<String> name = node.text("name");
    Optional<Criterion> reached = compared(node);
    Optional<Integer> byDay = node.whole("byDay", 1, FIRST_DAYS);
    Optional<Boolean> ends =
        node.node().has("endsOnboarding") ? node.flag("endsOnboarding") : Optional.of(false);
    if (key.isEmpty() || name.isEmpty() || reached.isEmpty() || byDay.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Milestone(key.get(), name.get(), reached.get(), byDay.get(), ends.get()));
  }

  private static Optional<Stages> stages(Pointed node) {
    node.only("onboarding", "adoption", "maturity", "expansion");
    Optional<StageRule> onboarding = node.field("onboarding").flatMap(JourneyReader::stage);
    Optional<StageRule> adoption = node.field("adoption").flatMap(JourneyReader::stage);
    Optional<StageRule> maturity = node.field("maturity").flatMap(JourneyReader::stage);
    Optional<StageRule> expansion = node.field("expansion").flatMap(JourneyReader::stage);
    return onboarding.isPresent()
            && adoption.isPresent()
            && maturity.isPresent()
            && expansion.isPresent()
        ? Optional.of(new Stages(onboarding.get(), adoption.get(), maturity.get(), expansion.get()))
        : Optional.empty();
  }

  private static Optional<StageRule> stage(Pointed node) {
    node.only("goal", "indicators");
    List<Criterion> indicators = criteria(node, "indicators");
    return node.text("goal").map(goal -> new StageRule(goal, indicators));
  }

  private static Optional<StakeholderRule> stakeholders(Pointed node) {
    node.only("roles", "days", "atLeast", "sponsors");
    Optional<List<String>> roles = MeasureReader.roles(node, "roles");
    Optional<Integer> days = node.whole("days", 1, Measure.FURTHEST);
    Optional<Integer> least = node.whole("atLeast", 1, 100);
    Optional<List<String>> sponsors = MeasureReader.roles(node, "sponsors");
    return roles.isPresent() && days.isPresent() && least.isPresent() && sponsors.isPresent()
        ? Optional.of(new StakeholderRule(roles.get(), days.get(), least.get(), sponsors.get()))
        : Optional.empty();
  }

  private static Optional<ExpansionRule> expansion(Pointed node) {
    node.only("bands", "value", "opportunity");
    Set<Band> bands = bands(node, "bands");
    if (bands.contains(Band.AT_RISK) || bands.contains(Band.CRITICAL)) {
      node.at("bands").fault("out_of_range", "An account at risk is never ready to expand");
    }
    return Optional.of(
        new ExpansionRule(bands, criteria(node, "value"), criteria(node, "opportunity")));
  }

  private static Optional<CompetitorRule> competitors(Pointed node) {
    node.only("types", "days", "renewalWithin");
    Optional<List<String>> types = node.texts("types", MOST);
    Optional<Integer> days = node.whole("days", 1, LONGEST);
    Optional<Integer> renewal = node.whole("renewalWithin", 0, LONGEST);
    return types.isPresent() && days.isPresent() && renewal.isPresent()
        ? Optional.of(new CompetitorRule(types.get(), days.get(), renewal.get()))
        : Optional.empty();
  }

  private static Optional<SegmentRule> segments(Pointed node) {
    node.only("protect");
    return Optional.of(new SegmentRule(bands(node, "protect")));
  }

  private static Set<Band> bands(Pointed node, String field) {
    Set<Band> bands = EnumSet.noneOf(Band.class);
    for (String key : node.texts(field, Band.values().length).orElse(List.of())) {
      Stream.of(Band.values())
          .filter(band -> band.isJudged() && band.key().equals(key))
          .findFirst()
          .ifPresentOrElse(
              bands::add,
              () ->
                  node.at(field)
                      .fault(
                          "unknown_band",
                          "'%s' is no band; known are healthy, watch, at_risk, critical"
                              .formatted(key)));
    }
    return bands;
  }

  private static List<Criterion> criteria(Pointed node, String field) {
    return all(
        node,
        field,
        criterion -> {
          criterion.only("name", "measure", "atLeast", "atMost");
          return compared(criterion);
        });
  }

  private static Optional<Criterion> compared(Pointed node) {
    Optional<String> name = node.text("name");
    Optional<Measure> measure = node.field("measure").flatMap(MeasureReader::read);
    Optional<BigDecimal> least = given(node, "atLeast");
    Optional<BigDecimal> most = given(node, "atMost");
    if (name.isEmpty() || measure.isEmpty()) {
      return Optional.empty();
    }
    return node.make(
        "invalid_criterion",
        () -> new Criterion(name.get(), measure.get(), least.orElse(null), most.orElse(null)));
  }

  private static Optional<BigDecimal> given(Pointed node, String field) {
    return node.node().has(field) ? node.number(field) : Optional.empty();
  }

  private static <T> List<T> all(
      Pointed node, String field, Function<Pointed, Optional<? extends T>> read) {
    return node.list(field, MOST).stream()
        .<Optional<? extends T>>map(read)
        .<T>flatMap(Optional::stream)
        .toList();
  }
}
