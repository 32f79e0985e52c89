package io.holdfast.scoring.persistence;

import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A place in a document. Whatever is not as it should be is noted with the place, and reading goes
 * on, so that all faults are found.
 */
record Pointed(JsonNode node, String pointer, List<Fault> faults) {

  private static final int LONGEST_TEXT = 200;

  void fault(String code, String detail) {
    faults.add(new Fault(pointer, code, detail));
  }

  /** Notes every field that nobody reads. */
  Pointed only(String... fields) {
    Set<String> known = new TreeSet<>(List.of(fields));
    if (!node.isObject()) {
      fault("wrong_type", "This must be an object with " + String.join(", ", known));
    }
    for (String field : node.propertyNames()) {
      if (!known.contains(field)) {
        at(field)
            .fault(
                "unknown_field", "There is no such field; known are " + String.join(", ", known));
      }
    }
    return this;
  }

  Optional<Pointed> object() {
    if (!node.isObject()) {
      fault("wrong_type", "This must be an object");
      return Optional.empty();
    }
    return Optional.of(this);
  }

  Optional<Pointed> field(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      if (node.isObject()) {
        at(name).fault("missing", "'%s' is missing".formatted(name));
      }
      return Optional.empty();
    }
    return Optional.of(new Pointed(value, at(name).pointer(), faults));
  }

  /** The place of a field, there or not; a pointer escapes two characters (RFC 6901). */
  Pointed at(String name) {
    String step = name.replace("~", "~0").replace("/", "~1");
    return new Pointed(node, pointer + "/" + step, faults);
  }

  Optional<BigDecimal> number(String name) {
    return field(name).flatMap(Pointed::number);
  }

  /** A number of 0 to 1. */
  Optional<BigDecimal> share(String name) {
    return field(name)
        .flatMap(
            value ->
                value
                    .number()
                    .filter(
                        number ->
                            value.holds(
                                number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0,
                                "This must be a share, from 0 to 1")));
  }

  /** A share above 0. */
  Optional<BigDecimal> weight(String name) {
    return share(name)
        .filter(number -> at(name).holds(number.signum() > 0, "A weight must be above 0"));
  }

  Optional<BigDecimal> number() {
    Optional<BigDecimal> number = decimal();
    if (number.isEmpty()) {
      fault("wrong_type", "This must be a number, of 20 digits and 10 decimals at most");
    }
    return number;
  }

  /** Without a fault when it is none; what nobody could add up is none. */
  Optional<BigDecimal> decimal() {
    return node.isNumber()
        ? Optional.of(node.decimalValue()).filter(Pointed::isHandy)
        : Optional.empty();
  }

  private static boolean isHandy(BigDecimal number) {
    return number.precision() <= 20 && Math.abs((long) number.scale()) <= 10;
  }

  private boolean holds(boolean condition, String otherwise) {
    if (!condition) {
      fault("out_of_range", otherwise);
    }
    return condition;
  }

  Optional<Integer> whole(String name, int lowest, int highest) {
    return field(name)
        .flatMap(
            value -> {
              boolean fits =
                  value.node().isIntegralNumber()
                      && value.node().canConvertToInt()
                      && value.node().asInt() >= lowest
                      && value.node().asInt() <= highest;
              if (!fits) {
                value.fault(
                    "out_of_range",
                    "This must be a whole number from %d to %d".formatted(lowest, highest));
              }
              return fits ? Optional.of(value.node().asInt()) : Optional.empty();
            });
  }

  Optional<String> text(String name) {
    return field(name).flatMap(Pointed::text);
  }

  private Optional<String> text() {
    boolean fits =
        node.isString()
            && !node.asString().isBlank()
            && node.asString().length() <= LONGEST_TEXT
            && node.asString().indexOf(0) < 0;
    if (!fits) {
      fault("wrong_type", "This must be a text of 1 to " + LONGEST_TEXT + " characters");
    }
    return fits ? Optional.of(node.asString()) : Optional.empty();
  }

  /** A key of lower-case letters, digits and the separator. */
  Optional<String> key(String name, char separator) {
    return field(name)
        .flatMap(
            value -> {
              Optional<String> text = value.text();
              boolean fits =
                  text.filter(key -> key.matches("[a-z][a-z0-9" + separator + "]{0,63}"))
                      .isPresent();
              if (text.isPresent() && !fits) {
                value.fault(
                    "invalid_key",
                    "A key has lower-case letters, digits and '%s', at most 64 of them, a letter first"
                        .formatted(separator));
              }
              return fits ? text : Optional.empty();
            });
  }

  Optional<Duration> duration(String name) {
    return field(name)
        .flatMap(
            value ->
                value
                    .text()
                    .flatMap(
                        text -> {
                          try {
                            return Optional.of(Duration.parse(text))
                                .filter(
                                    time ->
                                        value.holds(
                                            !time.isNegative(), "This must not be negative"));
                          } catch (DateTimeParseException _) {
                            value.fault(
                                "wrong_type", "This must be a duration such as PT72H or P3D");
                            return Optional.empty();
                          }
                        }));
  }

  Optional<Boolean> flag(String name) {
    return field(name)
        .flatMap(
            value -> {
              if (!value.node().isBoolean()) {
                value.fault("wrong_type", "This must be true or false");
                return Optional.empty();
              }
              return Optional.of(value.node().booleanValue());
            });
  }

  List<Pointed> list(String name, int most) {
    return field(name).map(value -> value.list(most)).orElse(List.of());
  }

  List<Pointed> list(int most) {
    if (!node.isArray() || node.isEmpty() || node.size() > most) {
      fault("wrong_type", "This must be a list of 1 to %d entries".formatted(most));
      return List.of();
    }
    List<Pointed> entries = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      entries.add(new Pointed(node.get(i), pointer + "/" + i, faults));
    }
    return entries;
  }

  Optional<List<String>> texts(String name, int most) {
    int before = faults.size();
    List<String> texts =
        list(name, most).stream().map(Pointed::text).flatMap(Optional::stream).toList();
    return faults.size() == before ? Optional.of(texts) : Optional.empty();
  }

  /** What the domain makes of it, or its refusal as a fault of this place. */
  <T> Optional<T> make(String code, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException refusal) {
      fault(code, String.valueOf(refusal.getMessage()));
      return Optional.empty();
    }
  }
}
