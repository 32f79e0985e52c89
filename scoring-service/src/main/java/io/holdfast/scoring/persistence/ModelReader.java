package io.holdfast.scoring.persistence;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandPolicy;
import io.holdfast.scoring.band.BandThreshold;
import io.holdfast.scoring.band.FleetGuard;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.Curve;
import io.holdfast.scoring.model.JourneyRules;
import io.holdfast.scoring.model.Measure;
import io.holdfast.scoring.model.MissingPolicy;
import io.holdfast.scoring.model.Prior;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.model.SignalRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a scoring model and finds every fault of it. */
final class ModelReader {

  private static final int MOST_AXES = 20;
  private static final int MOST_SIGNALS = 50;
  private static final int MOST_POINTS = 50;
  private static final int LONGEST_HORIZON = 60;
  private static final int MOST_ACCOUNTS = 1_000_000;
  private static final int LONGEST_GUARD = 60;

  private ModelReader() {}

  /** Empty only with faults. A draft may go without its version: publishing gives it one. */
  static Optional<ScoringModel> read(Pointed node) {
    int before = node.faults().size();
    node.only("key", "version", "name", "coverageFloor", "bands", "prior", "axes", "journey");
    Optional<String> key = node.key("key", '-');
    Optional<Integer> version =
        node.node().has("version") ? node.whole("version", 1, 1_000_000) : Optional.of(1);
    Optional<String> name = node.text("name");
    Optional<BigDecimal> floor = node.share("coverageFloor");
    Optional<BandPolicy> bands = node.field("bands").flatMap(ModelReader::bands);
    Optional<Prior> prior = node.field("prior").flatMap(ModelReader::prior);
    List<Pointed> axisNodes = node.list("axes", MOST_AXES);
    List<Axis> axes = axisNodes.stream().map(ModelReader::axis).flatMap(Optional::stream).toList();
    weighOne("axes", axisNodes, node);
    noSecondKeys(axisNodes);
    Optional<JourneyRules> journey =
        node.node().has("journey")
            ? node.field("journey").flatMap(JourneyReader::read)
            : Optional.of(ShippedModels.journey());
    if (node.faults().size() > before) {
      return Optional.empty();
    }
    return node.make(
        "invalid_model",
        () ->
            new ScoringModel(
                key.orElseThrow(),
                version.orElseThrow(),
                name.orElseThrow(),
                floor.orElseThrow(),
                bands.orElseThrow(),
                prior.orElseThrow(),
                axes,
                journey.orElseThrow()));
  }

  /** Said even where another fault keeps the whole from being made. */
  private static void weighOne(String what, List<Pointed> entries, Pointed node) {
    List<BigDecimal> weights =
        entries.stream()
            .map(entry -> new Pointed(entry.node().path("weight"), "", entry.faults()).decimal())
            .flatMap(Optional::stream)
            .toList();
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean all = !entries.isEmpty() && weights.size() == entries.size();
    if (all && sum.compareTo(BigDecimal.ONE) != 0) {
      node.at(what)
          .fault(
              "weights_sum",
              "The weights sum to %s; they must sum to 1".formatted(sum.toPlainString()));
    }
  }

  private static void noSecondKeys(List<Pointed> axes) {
    Set<String> seen = new HashSet<>();
    for (Pointed axis : axes) {
      noSecondKey(axis, seen);
      JsonNode signals = axis.node().path("signals");
      for (int i = 0; i < signals.size(); i++) {
        noSecondKey(
            new Pointed(signals.path(i), axis.pointer() + "/signals/" + i, axis.faults()), seen);
      }
    }
  }

  private static void noSecondKey(Pointed entry, Set<String> seen) {
    String key = entry.node().path("key").asString("");
    if (ScoringModel.RESERVED.contains(key)) {
      entry
          .at("key")
          .fault("reserved_key", "'%s' is kept for what stands beside a model".formatted(key));
    } else if (!key.isEmpty() && !seen.add(key)) {
      entry
          .at("key")
          .fault("duplicate_key", "'%s' is used twice; each needs a key of its own".formatted(key));
    }
  }

  private static Optional<BandPolicy> bands(Pointed node) {
    node.only("healthy", "watch", "at_risk", "worseFor", "keep", "fleetGuard");
    List<Optional<BandThreshold>> thresholds =
        Stream.of(Band.HEALTHY, Band.WATCH, Band.AT_RISK)
            .map(band -> node.field(band.key()).flatMap(found -> threshold(band, found)))
            .toList();
    Optional<Duration> worseFor = node.duration("worseFor");
    Optional<Duration> keep = node.duration("keep");
    Optional<FleetGuard> guard =
        node.node().has("fleetGuard")
            ? node.field("fleetGuard").flatMap(ModelReader::fleetGuard)
            : Optional.of(FleetGuard.USUAL);
    boolean whole = thresholds.stream().allMatch(Optional::isPresent);
    List<BandThreshold> found = thresholds.stream().flatMap(Optional::stream).toList();
    SortedMap<Band, String> unreachable = whole ? BandPolicy.unreachable(found) : new TreeMap<>();
    unreachable.forEach((band, why) -> node.at(band.key()).fault("unreachable_band", why));
    if (!whole
        || !unreachable.isEmpty()
        || worseFor.isEmpty()
        || keep.isEmpty()
        || guard.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new BandPolicy(found, worseFor.get(), keep.get(), guard.get()));
  }

  private static Optional<FleetGuard> fleetGuard(Pointed node) {
    node.only("share", "accounts", "days", "longest");
    FleetGuard usual = FleetGuard.USUAL;
    Optional<BigDecimal> share =
        node.node().has("share") ? node.share("share") : Optional.of(usual.share());
    Optional<Integer> accounts =
        node.node().has("accounts")
            ? node.whole("accounts", 1, MOST_ACCOUNTS)
            : Optional.of(usual.accounts());
    Optional<Integer> days =
        node.node().has("days") ? node.whole("days", 1, LONGEST_GUARD) : Optional.of(usual.days());
    Optional<Integer> longest =
        node.node().has("longest")
            ? node.whole("longest", 1, LONGEST_GUARD)
            : Optional.of(usual.longest());
    if (share.isEmpty() || accounts.isEmpty() || days.isEmpty() || longest.isEmpty()) {
      return Optional.empty();
    }
    return node.make(
        "invalid_fleet_guard",
        () -> new FleetGuard(share.get(), accounts.get(), days.get(), longest.get()));
  }

  private static Optional<BandThreshold> threshold(Band band, Pointed node) {
    node.only("enter", "leave");
    Optional<BigDecimal> enter = node.number("enter");
    Optional<BigDecimal> leave = node.number("leave");
    return enter.flatMap(
        from ->
            leave.flatMap(
                below ->
                    node.make("unreachable_band", () -> new BandThreshold(band, from, below))));
  }

  private static Optional<Prior> prior(Pointed node) {
    node.only("label", "months", "probabilities");
    Optional<String> label = node.text("label");
    Optional<Integer> months = node.whole("months", 1, LONGEST_HORIZON);
    Optional<Map<Band, BigDecimal>> probabilities =
        node.field("probabilities").flatMap(ModelReader::probabilities);
    if (label.isEmpty() || months.isEmpty() || probabilities.isEmpty()) {
      return Optional.empty();
    }
    return node.make(
        "invalid_prior", () -> new Prior(label.get(), months.get(), probabilities.get()));
  }

  private static Optional<Map<Band, BigDecimal>> probabilities(Pointed node) {
    String[] bands = Stream.of(Band.values()).map(Band::key).toArray(String[]::new);
    node.only(bands);
    Map<Band, BigDecimal> probabilities = new EnumMap<>(Band.class);
    for (Band band : Band.values()) {
      node.share(band.key()).ifPresent(number -> probabilities.put(band, number));
    }
    return probabilities.size() == bands.length ? Optional.of(probabilities) : Optional.empty();
  }

  private static Optional<Axis> axis(Pointed node) {
    int before = node.faults().size();
    node.only("key", "name", "weight", "signals");
    Optional<String> key = node.key("key", '_');
    Optional<String> name = node.text("name");
    Optional<BigDecimal> weight = node.weight("weight");
    List<Pointed> signalNodes = node.list("signals", MOST_SIGNALS);
    List<SignalRule> signals =
        signalNodes.stream().map(ModelReader::signal).flatMap(Optional::stream).toList();
    weighOne("signals", signalNodes, node);
    if (node.faults().size() > before) {
      return Optional.empty();
    }
    return node.make(
        "invalid_axis",
        () -> new Axis(key.orElseThrow(), name.orElseThrow(), weight.orElseThrow(), signals));
  }

  private static Optional<SignalRule> signal(Pointed node) {
    node.only("key", "name", "unit", "weight", "measure", "curve", "missing");
    Optional<String> key = node.key("key", '_');
    Optional<String> name = node.text("name");
    Optional<String> unit = node.text("unit");
    Optional<BigDecimal> weight = node.weight("weight");
    Optional<Measure> measure = node.field("measure").flatMap(MeasureReader::read);
    Optional<Curve> curve = node.field("curve").flatMap(ModelReader::curve);
    Optional<MissingPolicy> missing =
        node.node().has("missing")
            ? node.field("missing").flatMap(ModelReader::missing)
            : Optional.of(MissingPolicy.REDISTRIBUTE);
    if (key.isEmpty()
        || name.isEmpty()
        || unit.isEmpty()
        || weight.isEmpty()
        || measure.isEmpty()
        || curve.isEmpty()
        || missing.isEmpty()) {
      return Optional.empty();
    }
    return node.make(
        "invalid_signal",
        () ->
            new SignalRule(
                key.get(),
                name.get(),
                unit.get(),
                weight.get(),
                measure.get(),
                curve.get(),
                missing.get()));
  }

  private static Optional<MissingPolicy> missing(Pointed node) {
    return node.object()
        .flatMap(object -> object.text("policy"))
        .flatMap(
            policy ->
                switch (policy) {
                  case "redistribute" -> {
                    node.only("policy");
                    yield Optional.of(MissingPolicy.REDISTRIBUTE);
                  }
                  case "penalise" -> {
                    node.only("policy", "score");
                    yield node.number("score")
                        .flatMap(
                            score ->
                                node.at("score")
                                    .make("out_of_range", () -> new MissingPolicy.Penalise(score)));
                  }
                  case "carry" -> {
                    node.only("policy", "days");
                    yield node.whole("days", 1, Measure.FURTHEST).map(MissingPolicy.Carry::new);
                  }
                  default -> {
                    node.at("policy")
                        .fault(
                            "unknown_policy",
                            "No policy is called '%s'; known are redistribute, penalise, carry"
                                .formatted(policy));
                    yield Optional.empty();
                  }
                });
  }

  /** A list of points, or an object that says what lies between them. */
  private static Optional<Curve> curve(Pointed node) {
    if (!node.node().isObject()) {
      return curve(node.list(MOST_POINTS), Curve.Shape.LINEAR);
    }
    node.only("shape", "points");
    Optional<Curve.Shape> shape = node.text("shape").flatMap(name -> shape(name, node));
    Optional<Curve> curve =
        curve(node.list("points", MOST_POINTS), shape.orElse(Curve.Shape.LINEAR));
    return shape.isPresent() ? curve : Optional.empty();
  }

  private static Optional<Curve.Shape> shape(String name, Pointed node) {
    Optional<Curve.Shape> shape =
        Stream.of(Curve.Shape.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    if (shape.isEmpty()) {
      node.at("shape").fault("unknown_shape", "A curve's shape is linear or step");
    }
    return shape;
  }

  private static Optional<Curve> curve(List<Pointed> pairs, Curve.Shape shape) {
    List<Curve.Point> points =
        pairs.stream().map(ModelReader::point).flatMap(Optional::stream).toList();
    if (pairs.isEmpty() || points.size() < pairs.size()) {
      return Optional.empty();
    }
    SortedMap<Integer, String> misplaced = Curve.misplaced(points);
    misplaced.forEach((place, why) -> pairs.get(place).fault("invalid_curve", why));
    return misplaced.isEmpty() ? Optional.of(new Curve(points, shape)) : Optional.empty();
  }

  private static Optional<Curve.Point> point(Pointed node) {
    if (!node.node().isArray() || node.node().size() != 2) {
      node.fault("wrong_type", "A point of a curve is a pair: the measured value and its points");
      return Optional.empty();
    }
    Optional<BigDecimal> x =
        new Pointed(node.node().get(0), node.pointer() + "/0", node.faults()).number();
    Optional<BigDecimal> y =
        new Pointed(node.node().get(1), node.pointer() + "/1", node.faults()).number();
    return x.flatMap(
        value ->
            y.flatMap(points -> node.make("invalid_curve", () -> new Curve.Point(value, points))));
  }
}
