package io.holdfast.scoring.fit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of an account or a prospect. Blank is not told. */
public record Company(Map<String, String> told) {

  private static final Map<Attribute, List<String>> TRAITS =
      Map.of(
          Attribute.REGION, List.of("region"),
          Attribute.INTEGRATIONS, List.of("integrations"),
          Attribute.USE_CASE, List.of("use_case", "useCase"),
          Attribute.SOURCE, List.of("source", "lead_source", "leadSource"));

  public Company {
    Map<String, String> known = new TreeMap<>(told);
    known.values().removeIf(String::isBlank);
    told = Map.copyOf(known);
  }

  /** Of an account's master data; what has no column of its own is looked for in the traits. */
  public static Company of(
      @Nullable String industry,
      @Nullable String country,
      @Nullable Long employees,
      Map<String, ?> traits) {
    Map<String, String> told = new TreeMap<>();
    traits.forEach((name, value) -> put(told, "traits." + name, value));
    TRAITS.forEach(
        (attribute, names) ->
            names.stream()
                .map(name -> told.get("traits." + name))
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .ifPresent(value -> told.put(attribute.key(), value)));
    put(told, Attribute.INDUSTRY.key(), industry);
    put(told, Attribute.COUNTRY.key(), country);
    put(told, Attribute.EMPLOYEES.key(), employees);
    return new Company(told);
  }

  private static void put(Map<String, String> told, String key, @Nullable Object value) {
    if (value != null) {
      told.put(key, value.toString());
    }
  }

  public Optional<String> text(Attribute attribute) {
    return Optional.ofNullable(told.get(attribute.key())).map(String::strip);
  }

  /** Not told, when what was told is no number. */
  Optional<BigDecimal> number(Attribute attribute) {
    return text(attribute)
        .filter(value -> value.matches("-?\\d{1,20}(\\.\\d{1,10})?"))
        .map(BigDecimal::new);
  }

  /** Parts between commas, semicolons or bars, or a list as JSON writes it. */
  Optional<List<String>> list(Attribute attribute) {
    return text(attribute)
        .map(value -> value.replaceAll("[\\[\\]\"]", ""))
        .map(
            value ->
                Stream.of(value.split("[,;|]"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList());
  }
}
