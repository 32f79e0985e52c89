package io.holdfast.scoring.picture;

import io.holdfast.scoring.picture.Fact.Contact;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.Fact.SurveyAnswer;
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

  /** The same facts, about and by people under their last names. */
  List<Recorded> rename(List<Recorded> facts) {
    return next.isEmpty() ? facts : facts.stream().map(this::rename).toList();
  }

  private Recorded rename(Recorded version) {
    return switch (version.fact()) {
      case Contact contact -> version.of(nameOf(version.key()), contact);
      case SurveyAnswer answer when answer.person() != null ->
          version.of(
              version.key(),
              new SurveyAnswer(
                  answer.answeredAt(), answer.survey(), answer.score(), nameOf(answer.person())));
      case Noted noted when noted.person() != null ->
          version.of(version.key(), noted.about(nameOf(noted.person())));
      default -> version;
    };
  }

  private String nameOf(String name) {
    return next.containsKey(name) ? found.computeIfAbsent(name, this::who) : name;
  }

  private Use name(Use use) {
    String person = use.person();
    return person == null || !next.containsKey(person) ? use : use.by(nameOf(person));
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
