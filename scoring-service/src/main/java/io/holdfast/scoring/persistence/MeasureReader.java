package io.holdfast.scoring.persistence;

import static java.util.Map.entry;

import io.holdfast.scoring.model.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what a signal measures: one entry for each kind. */
final class MeasureReader {

  /** Of the 250 days that use is read back, twelve weeks are for the trend. */
  private static final int READ_BACK = Measure.FURTHEST;

  /** Facts are read whole; two years are as far back as one of them tells of today. */
  private static final int FACTS_BACK = 730;

  private static final int MOST_SPANS = 52;
  private static final int MOST_NAMES = 100;
  private static final List<String> SEVERITIES = List.of("low", "normal", "high", "urgent");
  private static final List<String> SURVEYS = List.of("nps", "csat", "exit");
  private static final List<String> MEETINGS =
      List.of("executive", "business_review", "training", "other");
  private static final List<String> ROLES =
      List.of("end_user", "manager", "champion", "executive_sponsor", "procurement", "admin");

  private static final Map<String, Function<Pointed, Optional<? extends Measure>>> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              entry("active_people", MeasureReader::activePeople),
              entry(
                  "licence_use",
                  node -> days(node.only("kind", "days")).map(Measure.LicenceUse::new)),
              entry("core_feature_use", MeasureReader::coreFeatureUse),
              entry(
                  "feature_breadth",
                  node -> days(node.only("kind", "days")).map(Measure.FeatureBreadth::new)),
              entry(
                  "event_count",
                  node ->
                      both(
                          names(node.only("kind", "events", "days"), "events"),
                          days(node),
                          Measure.EventCount::new)),
              entry("event_trend", MeasureReader::eventTrend),
              entry("event_ratio", MeasureReader::eventRatio),
              entry(
                  "event_age",
                  node -> names(node.only("kind", "events"), "events").map(Measure.EventAge::new)),
              entry(
                  "severe_tickets",
                  node ->
                      both(
                          days(node.only("kind", "days", "severities")),
                          severities(node),
                          Measure.SevereTickets::new)),
              entry(
                  "ticket_age",
                  node -> severities(node.only("kind", "severities")).map(Measure.TicketAge::new)),
              entry(
                  "silence",
                  node ->
                      names(node.only("kind", "interactions"), "interactions")
                          .map(Measure.Silence::new)),
              entry(
                  "days_overdue",
                  node -> Optional.of(node.only("kind")).map(_ -> new Measure.DaysOverdue())),
              entry(
                  "failed_charges",
                  node -> days(node.only("kind", "days")).map(Measure.FailedCharges::new)),
              entry(
                  "procurement_delay",
                  node -> Optional.of(node.only("kind")).map(_ -> new Measure.ProcurementDelay())),
              entry("fact_count", node -> ofFacts(node, Measure.FactCount::new)),
              entry("fact_value", MeasureReader::factValue),
              entry(
                  "fact_age",
                  node -> names(node.only("kind", "types"), "types").map(Measure.FactAge::new)),
              entry("missed_facts", node -> ofFacts(node, Measure.MissedFacts::new)),
              entry(
                  "time_to_value",
                  node ->
                      both(
                          names(node.only("kind", "types", "within"), "types"),
                          node.whole("within", 1, FACTS_BACK),
                          Measure.TimeToValue::new)),
              entry("survey_score", node -> ofSurvey(node, Measure.SurveyScore::new)),
              entry("survey_trend", node -> ofSurvey(node, Measure.SurveyTrend::new)),
              entry(
                  "meetings",
                  node ->
                      both(
                          known(node.only("kind", "kinds", "days"), "kinds", "meeting", MEETINGS),
                          factDays(node),
                          Measure.Meetings::new)),
              entry(
                  "contact_silence",
                  node -> roles(node.only("kind", "roles")).map(Measure.ContactSilence::new)),
              entry(
                  "stakeholder_coverage", node -> ofRoles(node, Measure.StakeholderCoverage::new)),
              entry("active_stakeholders", node -> ofRoles(node, Measure.ActiveStakeholders::new)),
              entry("role_departures", node -> ofRoles(node, Measure.RoleDepartures::new))));

  private MeasureReader() {}

  static Optional<Measure> read(Pointed node) {
    return node.object()
        .flatMap(object -> object.text("kind"))
        .flatMap(
            kind -> {
              Function<Pointed, Optional<? extends Measure>> reader = KINDS.get(kind);
              if (reader == null) {
                node.fault(
                    "unknown_measure",
                    "No measure is called '%s'; known are %s"
                        .formatted(kind, String.join(", ", KINDS.keySet())));
                return Optional.empty();
              }
              return reader.apply(node).map(Measure.class::cast);
            });
  }

  private record Window(int days, int spans, int minimum, int carried) {}

  private static Optional<Measure> activePeople(Pointed node) {
    return window(node)
        .map(
            window ->
                new Measure.ActivePeople(
                    window.days(), window.spans(), window.minimum(), window.carried()));
  }

  private static Optional<Measure> coreFeatureUse(Pointed node) {
    return window(node)
        .map(
            window ->
                new Measure.CoreFeatureUse(
                    window.days(), window.spans(), window.minimum(), window.carried()));
  }

  private static Optional<Measure> eventTrend(Pointed node) {
    node.only("kind", "events", "days", "baselineSpans", "baselineMinimum", "baselineCarried");
    return both(
        names(node, "events"),
        baselined(node),
        (events, window) ->
            new Measure.EventTrend(
                events, window.days(), window.spans(), window.minimum(), window.carried()));
  }

  private static Optional<Measure> eventRatio(Pointed node) {
    node.only("kind", "events", "of", "days");
    Optional<List<String>> of = names(node, "of");
    return both(
            names(node, "events"),
            days(node),
            (events, days) -> of.map(others -> new Measure.EventRatio(events, others, days)))
        .flatMap(measure -> measure);
  }

  private static Optional<Measure> factValue(Pointed node) {
    node.only("kind", "types", "days", "take");
    Optional<Measure.Taken> taken = node.text("take").flatMap(take -> taken(take, node));
    return both(
            names(node, "types"),
            factDays(node),
            (types, days) -> taken.map(how -> new Measure.FactValue(types, days, how)))
        .flatMap(measure -> measure);
  }

  private static Optional<Measure.Taken> taken(String take, Pointed node) {
    Optional<Measure.Taken> taken =
        Stream.of(Measure.Taken.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(take))
            .findFirst();
    if (taken.isEmpty()) {
      node.at("take").fault("unknown_take", "Values are taken as latest, mean or sum");
    }
    return taken;
  }

  private static Optional<Measure> ofFacts(
      Pointed node, BiFunction<List<String>, Integer, Measure> measure) {
    return both(names(node.only("kind", "types", "days"), "types"), factDays(node), measure);
  }

  private static Optional<Measure> ofRoles(
      Pointed node, BiFunction<List<String>, Integer, Measure> measure) {
    return both(roles(node.only("kind", "roles", "days")), days(node), measure);
  }

  private static Optional<Measure> ofSurvey(
      Pointed node, BiFunction<String, Integer, Measure> measure) {
    node.only("kind", "survey", "days");
    Optional<String> survey =
        node.text("survey")
            .filter(name -> areKnown(List.of(name), "survey", SURVEYS, node, "survey"));
    return both(survey, factDays(node), measure);
  }

  private static Optional<List<String>> roles(Pointed node) {
    return roles(node, "roles");
  }

  static Optional<List<String>> roles(Pointed node, String field) {
    return known(node, field, "role", ROLES);
  }

  private static Optional<List<String>> severities(Pointed node) {
    return known(node, "severities", "severity", SEVERITIES);
  }

  private static Optional<List<String>> known(
      Pointed node, String field, String what, List<String> known) {
    return names(node, field).filter(names -> areKnown(names, what, known, node, field));
  }

  /** What nothing can have would make a signal's score full, or none, for ever. */
  private static boolean areKnown(
      List<String> names, String what, List<String> known, Pointed node, String field) {
    List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      node.at(field)
          .fault(
              "unknown_" + what,
              "There is no %s %s; known are %s"
                  .formatted(what, String.join(", ", unknown), String.join(", ", known)));
    }
    return unknown.isEmpty();
  }

  private static Optional<List<String>> names(Pointed node, String field) {
    return node.texts(field, MOST_NAMES);
  }

  private static <A, B, M> Optional<M> both(
      Optional<A> one, Optional<B> other, BiFunction<A, B, M> made) {
    return one.flatMap(first -> other.map(second -> made.apply(first, second)));
  }

  /** A window with a baseline before it, no further back than pictures are read. */
  private static Optional<Window> window(Pointed node) {
    return baselined(
        node.only("kind", "days", "baselineSpans", "baselineMinimum", "baselineCarried"));
  }

  private static Optional<Window> baselined(Pointed node) {
    Optional<Integer> days = days(node);
    Optional<Integer> spans = node.whole("baselineSpans", 1, MOST_SPANS);
    Optional<Integer> minimum = node.whole("baselineMinimum", 1, MOST_SPANS);
    Optional<Integer> carried = node.whole("baselineCarried", 0, MOST_SPANS);
    if (days.isEmpty() || spans.isEmpty() || minimum.isEmpty() || carried.isEmpty()) {
      return Optional.empty();
    }
    Window window = new Window(days.get(), spans.get(), minimum.get(), carried.get());
    if (window.minimum() > window.spans()) {
      node.fault(
          "out_of_range",
          "A baseline of %d spans cannot need %d of them"
              .formatted(window.spans(), window.minimum()));
      return Optional.empty();
    }
    int reach = window.days() * (window.spans() + window.carried() + 1);
    if (reach > READ_BACK) {
      node.fault(
          "out_of_range",
          "The baseline reaches %d days back; at most %d are looked at"
              .formatted(reach, READ_BACK));
      return Optional.empty();
    }
    return Optional.of(window);
  }

  private static Optional<Integer> days(Pointed node) {
    return node.whole("days", 1, READ_BACK);
  }

  private static Optional<Integer> factDays(Pointed node) {
    return node.whole("days", 1, FACTS_BACK);
  }
}
