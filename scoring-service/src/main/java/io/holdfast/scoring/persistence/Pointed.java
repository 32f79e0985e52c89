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
        new Pointed(node, pointer + "/" + field, faults)
            .fault(
                "unknown_field", "There is no such field; known are " + String.join(", ", known));
      }
    }
    return this;
  }

  Optional<Pointed> field(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      if (node.isObject()) {
        at(name).fault("missing", "'%s' is missing".formatted(name));
      }
      return Optional.empty();
    }
    return Optional.of(new Pointed(value, pointer + "/" + name, faults));
  }

  private Pointed at(String name) {
    return new Pointed(node, pointer + "/" + name, faults);
  }

  Optional<BigDecimal> number(String name) {
    return field(name).flatMap(Pointed::number);
  }

  Optional<BigDecimal> number() {
    if (!node.isNumber()) {
      fault("wrong_type", "This must be a number");
      return Optional.empty();
    }
    BigDecimal number = node.decimalValue();
    if (number.precision() > 20 || Math.abs(number.scale()) > 10) {
      fault("out_of_range", "This number is too large or too fine");
      return Optional.empty();
    }
    return Optional.of(number);
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
                            return Optional.of(Duration.parse(text));
                          } catch (DateTimeParseException _) {
                            value.fault(
                                "wrong_type", "This must be a duration such as PT72H or P3D");
                            return Optional.empty();
                          }
                        }));
  }

  List<Pointed> list(String name, int most) {
    return field(name).map(value -> value.list(most)).orElse(List.of());
  }

  private List<Pointed> list(int most) {
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
