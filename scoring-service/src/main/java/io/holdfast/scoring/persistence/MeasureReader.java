package io.holdfast.scoring.persistence;

import io.holdfast.scoring.model.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what a signal measures: one entry for each kind. */
final class MeasureReader {

  /** Of the 250 days that a picture is read back, twelve weeks are for the trend. */
  private static final int READ_BACK = 166;

  private static final int MOST_SPANS = 52;
  private static final int MOST_NAMES = 100;
  private static final List<String> SEVERITIES = List.of("low", "normal", "high", "urgent");

  private static final Map<String, Function<Pointed, Optional<? extends Measure>>> KINDS =
      new TreeMap<>(
          Map.of(
              "active_people",
              MeasureReader::activePeople,
              "licence_use",
              node -> days(node.only("kind", "days")).map(Measure.LicenceUse::new),
              "core_feature_use",
              MeasureReader::coreFeatureUse,
              "severe_tickets",
              MeasureReader::severeTickets,
              "silence",
              node ->
                  node.only("kind", "interactions")
                      .texts("interactions", MOST_NAMES)
                      .map(Measure.Silence::new),
              "days_overdue",
              node -> Optional.of(node.only("kind")).map(_ -> new Measure.DaysOverdue()),
              "failed_charges",
              node -> days(node.only("kind", "days")).map(Measure.FailedCharges::new)));

  private MeasureReader() {}

  static Optional<Measure> read(Pointed node) {
    return node.text("kind")
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

  private static Optional<Measure> severeTickets(Pointed node) {
    node.only("kind", "days", "severities");
    Optional<Integer> days = days(node);
    Optional<List<String>> severities =
        node.texts("severities", MOST_NAMES).filter(names -> areSeverities(names, node));
    return days.flatMap(found -> severities.map(names -> new Measure.SevereTickets(found, names)));
  }

  /** A severity that no ticket can have would make the signal's score full for ever. */
  private static boolean areSeverities(List<String> names, Pointed node) {
    List<String> unknown = names.stream().filter(name -> !SEVERITIES.contains(name)).toList();
    if (!unknown.isEmpty()) {
      node.at("severities")
          .fault(
              "unknown_severity",
              "No ticket is %s; severities are %s"
                  .formatted(String.join(", ", unknown), String.join(", ", SEVERITIES)));
    }
    return unknown.isEmpty();
  }

  /** A window with a baseline before it, no further back than pictures are read. */
  private static Optional<Window> window(Pointed node) {
    node.only("kind", "days", "baselineSpans", "baselineMinimum", "baselineCarried");
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
}
