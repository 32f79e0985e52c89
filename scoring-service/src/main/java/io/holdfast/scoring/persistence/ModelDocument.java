package io.holdfast.scoring.persistence;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandPolicy;
import io.holdfast.scoring.band.BandThreshold;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.Curve;
import io.holdfast.scoring.model.Measure;
import io.holdfast.scoring.model.Prior;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.model.SignalRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A scoring model and the JSON it is kept and published as. */
record ModelDocument(String json, ScoringModel model) {

  static ModelDocument parse(String json) {
    JsonNode node = Json.tree(json);
    return new ModelDocument(
        json,
        new ScoringModel(
            text(node, "key"),
            node.required("version").asInt(),
            text(node, "name"),
            node.required("coverageFloor").decimalValue(),
            bands(node.required("bands")),
            prior(node.required("prior")),
            stream(node, "axes").map(ModelDocument::axis).toList()));
  }

  private static BandPolicy bands(JsonNode node) {
    List<BandThreshold> thresholds =
        Stream.of(Band.HEALTHY, Band.WATCH, Band.AT_RISK)
            .map(band -> threshold(band, node.required(band.key())))
            .toList();
    return new BandPolicy(
        thresholds, Duration.parse(text(node, "worseFor")), Duration.parse(text(node, "keep")));
  }

  private static BandThreshold threshold(Band band, JsonNode node) {
    return new BandThreshold(
        band, node.required("enter").decimalValue(), node.required("leave").decimalValue());
  }

  private static Prior prior(JsonNode node) {
    Map<Band, BigDecimal> probabilities = new EnumMap<>(Band.class);
    node.required("probabilities")
        .properties()
        .forEach(
            entry -> probabilities.put(Band.of(entry.getKey()), entry.getValue().decimalValue()));
    return new Prior(text(node, "label"), node.required("months").asInt(), probabilities);
  }

  private static Axis axis(JsonNode node) {
    return new Axis(
        text(node, "key"),
        text(node, "name"),
        node.required("weight").decimalValue(),
        stream(node, "signals").map(ModelDocument::signal).toList());
  }

  private static SignalRule signal(JsonNode node) {
    List<Curve.Point> points =
        stream(node, "curve")
            .map(point -> new Curve.Point(point.get(0).decimalValue(), point.get(1).decimalValue()))
            .toList();
    return new SignalRule(
        text(node, "key"),
        text(node, "name"),
        text(node, "unit"),
        node.required("weight").decimalValue(),
        measure(node.required("measure")),
        new Curve(points));
  }

  private static Measure measure(JsonNode node) {
    String kind = text(node, "kind");
    return switch (kind) {
      case "active_people" ->
          new Measure.ActivePeople(
              number(node, "days"),
              number(node, "baselineSpans"),
              number(node, "baselineMinimum"),
              number(node, "baselineCarried"));
      case "licence_use" -> new Measure.LicenceUse(number(node, "days"));
      case "core_feature_use" ->
          new Measure.CoreFeatureUse(
              number(node, "days"),
              number(node, "baselineSpans"),
              number(node, "baselineMinimum"),
              number(node, "baselineCarried"));
      case "severe_tickets" ->
          new Measure.SevereTickets(number(node, "days"), texts(node, "severities"));
      case "silence" -> new Measure.Silence(texts(node, "interactions"));
      case "days_overdue" -> new Measure.DaysOverdue();
      case "failed_charges" -> new Measure.FailedCharges(number(node, "days"));
      default -> throw new IllegalArgumentException("No measure is called " + kind);
    };
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).asString();
  }

  private static int number(JsonNode node, String field) {
    return node.required(field).asInt();
  }

  private static List<String> texts(JsonNode node, String field) {
    return stream(node, field).map(JsonNode::asString).toList();
  }

  private static Stream<JsonNode> stream(JsonNode node, String field) {
    return node.required(field).valueStream();
  }
}
