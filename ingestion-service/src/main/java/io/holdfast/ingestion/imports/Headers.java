package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.identity.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the columns of a file go. */
final class Headers {
  private static final String OTHER_DELIMITERS = ";\t|";

  /** What is done with a column. */
  sealed interface Place {
    /** It is our column, or the one that leads to the account. */
    record Ours(String column) implements Place {}

    /** It is kept as a trait of the account. */
    record Trait(String name) implements Place {}

    record Nowhere() implements Place {}
  }

  private final Kind kind;
  private final Mapping mapping;
  private final List<Column> columns;
  private final Set<String> names;
  private final Map<String, Place> places = new HashMap<>();

  Headers(Kind kind, Mapping mapping) {
    this.kind = kind;
    this.mapping = mapping;
    this.columns = new ArrayList<>(Column.of(kind));
    this.columns.add(Column.RECORDED_AT);
    this.names = columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
  }

  List<Column> columns() {
    return columns;
  }

  Place of(String header) {
    return places.computeIfAbsent(header, this::find);
  }

  private Place find(String header) {
    Optional<String> target = mapping.target(header, names);
    if (target.filter(names::contains).isPresent()) {
      return new Place.Ours(target.get());
    }
    if (kind == Kind.ACCOUNT) {
      String trait = PlainText.of(target.orElse(header), Attributes.TRAIT_NAME).strip();
      return mapping.leftOut(header) || trait.isEmpty()
          ? new Place.Nowhere()
          : new Place.Trait(trait);
    }
    return target
        .or(() -> mapping.via().filter(header::equalsIgnoreCase))
        .<Place>map(Place.Ours::new)
        .orElseGet(Place.Nowhere::new);
  }

  /** Why a file with this header cannot be read. */
  Optional<String> fault(List<String> header) {
    Set<Place> seen = new HashSet<>();
    for (String name : header) {
      Place place = of(name);
      if (!(place instanceof Place.Nowhere) && !seen.add(place)) {
        return Optional.of("the header has '" + CellType.shown(name) + "' a second time");
      }
    }
    List<String> missing = missing(seen);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("the header lacks " + String.join(", ", missing) + delimiter(header));
  }

  private List<String> missing(Set<Place> provided) {
    return columns.stream()
        .filter(Column::required)
        .map(Column::name)
        .filter(name -> !provided.contains(new Place.Ours(name)))
        .filter(name -> !mapping.constants().containsKey(name))
        .filter(name -> !foundOtherwise(name))
        .toList();
  }

  /** Whether the account is found without its own column. */
  boolean foundOtherwise(String column) {
    return column.equals(Column.ACCOUNT) && mapping.via().isPresent();
  }

  private static String delimiter(List<String> header) {
    boolean other =
        header.size() == 1
            && header.getFirst().chars().anyMatch(c -> OTHER_DELIMITERS.indexOf(c) >= 0);
    return other ? "; its columns must be separated by commas" : "";
  }

  /** What the sender may not have meant. */
  List<String> warnings(List<String> header, boolean asRecorded) {
    List<String> warnings = new ArrayList<>();
    List<String> ignored =
        header.stream()
            .filter(name -> !name.isEmpty() && !mapping.leftOut(name))
            .filter(name -> of(name) instanceof Place.Nowhere)
            .map(CellType::shown)
            .toList();
    if (!ignored.isEmpty()) {
      warnings.add("columns without a use: " + String.join(", ", ignored));
    }
    List<String> absent =
        mapping.columns().keySet().stream()
            .filter(name -> header.stream().noneMatch(name::equalsIgnoreCase))
            .sorted()
            .map(CellType::shown)
            .toList();
    if (!absent.isEmpty()) {
      warnings.add("columns of the mapping that the file lacks: " + String.join(", ", absent));
    }
    if (!asRecorded
        && header.stream()
            .anyMatch(name -> of(name).equals(new Place.Ours(Column.RECORDED_AT.name())))) {
      warnings.add("recorded_at has no effect without knowledge=as-recorded");
    }
    return warnings;
  }
}
