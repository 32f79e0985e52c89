package io.holdfast.scoring.picture;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Who is behind the names under which use came. Names lead from one to the next; what has been said
 * decides, not in which order it was heard.
 */
final class People {

  /** So many names a chain is followed, so that nobody makes an endless one. */
  private static final int LONGEST_CHAIN = 32;

  private final Map<String, String> next = new HashMap<>();
  private final Map<String, String> found = new HashMap<>();

  private People() {}

  /** As known by an instant. */
  static People knownAt(Instant knownAt, Collection<SamePerson> statements) {
    People people = new People();
    Map<String, SamePerson> latest = new HashMap<>();
    statements.stream()
        .filter(statement -> !statement.knownAt().isAfter(knownAt))
        .forEach(
            statement ->
                latest.merge(
                    statement.previous(),
                    statement,
                    BinaryOperator.maxBy(SamePerson.OLDEST_FIRST)));
    latest.forEach((name, statement) -> people.next.put(name, statement.user()));
    return people;
  }

  List<Use> name(List<Use> uses) {
    return next.isEmpty() ? uses : uses.stream().map(this::name).toList();
  }

  private Use name(Use use) {
    String person = use.person();
    if (person == null || !next.containsKey(person)) {
      return use;
    }
    return use.by(found.computeIfAbsent(person, this::who));
  }

  /** The name a chain ends with; of names in a circle, all one person, the first by alphabet. */
  private String who(String name) {
    Set<String> passed = new HashSet<>();
    String here = name;
    while (passed.size() < LONGEST_CHAIN && passed.add(here)) {
      String further = next.get(here);
      if (further == null) {
        return here;
      }
      here = further;
    }
    return passed.contains(here) ? Collections.min(circle(here)) : here;
  }

  private Set<String> circle(String start) {
    Set<String> circle = new HashSet<>();
    String here = start;
    while (circle.add(here)) {
      here = Objects.requireNonNull(next.get(here));
    }
    return circle;
  }
}
