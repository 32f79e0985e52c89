package io.holdfast.scoring.persistence;

import io.holdfast.scoring.fit.Attribute;
import io.holdfast.scoring.fit.FitCriterion;
import io.holdfast.scoring.fit.FitProfile;
import io.holdfast.scoring.fit.Requirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a profile of ideal customers, noting every fault with its place. */
final class FitProfileReader {

  private static final int MOST_CRITERIA = 40;
  private static final int MOST_VALUES = 200;

  private static final String ONE_OF = "oneOf";
  private static final String RANGE = "range";
  private static final String CONTAINS_ALL = "containsAll";

  private FitProfileReader() {}

  static Optional<FitProfile> read(Pointed document) {
    document.only("criteria", "good", "fair", "leastCoverage");
    List<Optional<FitCriterion>> criteria =
        document.list("criteria", MOST_CRITERIA).stream().map(FitProfileReader::criterion).toList();
    BigDecimal good = document.number("good").orElse(null);
    BigDecimal fair = document.number("fair").orElse(null);
    BigDecimal least = document.share("leastCoverage").orElse(null);
    if (good == null || fair == null || least == null || !document.faults().isEmpty()) {
      return Optional.empty();
    }
    return document.make(
        "invalid_profile",
        () ->
            new FitProfile(
                criteria.stream().flatMap(Optional::stream).toList(), good, fair, least));
  }

  private static Optional<FitCriterion> criterion(Pointed place) {
    place.only("key", "attribute", ONE_OF, RANGE, CONTAINS_ALL, "weight", "required");
    String key = place.key("key", '_').orElse(null);
    Attribute attribute =
        place.text("attribute").flatMap(text -> attribute(place, text)).orElse(null);
    BigDecimal weight = place.weight("weight").orElse(null);
    boolean required = required(place);
    Requirement requirement = attribute == null ? null : requirement(place, attribute).orElse(null);
    if (key == null || attribute == null || weight == null || requirement == null) {
      return Optional.empty();
    }
    return place.make(
        "invalid_criterion", () -> new FitCriterion(key, attribute, requirement, weight, required));
  }

  private static Optional<Attribute> attribute(Pointed place, String text) {
    Optional<Attribute> attribute = Attribute.of(text);
    if (attribute.isEmpty()) {
      place
          .at("attribute")
          .fault(
              "unknown_attribute",
              "There is no attribute '%s'; known are %s, and traits.<name> for any other trait"
                  .formatted(
                      text,
                      Attribute.NAMED.stream()
                          .map(Attribute::key)
                          .collect(Collectors.joining(", "))));
    }
    return attribute;
  }

  private static boolean required(Pointed place) {
    JsonNode value = place.node().path("required");
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      place.at("required").fault("wrong_type", "This must be true or false");
    }
    return value.isBoolean() && value.booleanValue();
  }

  private static Optional<Requirement> requirement(Pointed place, Attribute attribute) {
    List<String> given =
        Stream.of(ONE_OF, RANGE, CONTAINS_ALL).filter(name -> place.node().has(name)).toList();
    if (given.size() != 1) {
      place.fault(
          "no_requirement",
          "A criterion has exactly one of 'oneOf', 'range' and 'containsAll', this has %d"
              .formatted(given.size()));
      return Optional.empty();
    }
    String one = given.getFirst();
    String wanted = wanted(attribute);
    if (wanted != null && !wanted.equals(one)) {
      place
          .at(one)
          .fault("wrong_requirement", "'%s' takes '%s'".formatted(attribute.key(), wanted));
      return Optional.empty();
    }
    return switch (one) {
      case RANGE -> place.field(RANGE).flatMap(FitProfileReader::range);
      case ONE_OF -> place.texts(ONE_OF, MOST_VALUES).map(Requirement.OneOf::new);
      default -> place.texts(CONTAINS_ALL, MOST_VALUES).map(Requirement.ContainsAll::new);
    };
  }

  /** Of other traits nobody knows what they are. */
  private static @Nullable String wanted(Attribute attribute) {
    if (attribute.equals(Attribute.EMPLOYEES)) {
      return RANGE;
    }
    if (attribute.equals(Attribute.INTEGRATIONS)) {
      return CONTAINS_ALL;
    }
    return Attribute.NAMED.contains(attribute) ? ONE_OF : null;
  }

  private static Optional<Requirement> range(Pointed place) {
    place.only("from", "to");
    int before = place.faults().size();
    BigDecimal from = end(place, "from");
    BigDecimal to = end(place, "to");
    return place.faults().size() > before
        ? Optional.empty()
        : place.make("empty_range", () -> new Requirement.Range(from, to));
  }

  private static @Nullable BigDecimal end(Pointed place, String name) {
    return place.node().hasNonNull(name) ? place.number(name).orElse(null) : null;
  }
}
