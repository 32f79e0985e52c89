package io.holdfast.scoring.picture;

import io.holdfast.scoring.picture.Fact.Contact;
import io.holdfast.scoring.picture.KnownPicture.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person of the account at an instant.
 *
 * @param knownSince when something was first said of her
 * @param leftOn the day she was gone; null while she is there
 * @param lastActive her last use, answer or noted fact, else {@code knownSince}
 */
public record Stakeholder(
    String id,
    @Nullable String role,
    @Nullable String department,
    Instant knownSince,
    @Nullable LocalDate leftOn,
    Instant lastActive) {

  private static final Comparator<Contact> OLDEST_FIRST = Comparator.comparing(Contact::statedAt);

  static List<Stakeholder> of(Stream<Named<Contact>> contacts, KnownPicture picture, Instant at) {
    Map<String, List<Contact>> statements =
        contacts.collect(
            Collectors.groupingBy(
                Named::key, TreeMap::new, Collectors.mapping(Named::fact, Collectors.toList())));
    return statements.entrySet().stream()
        .filter(of -> of.getValue().stream().anyMatch(one -> !one.statedAt().isAfter(at)))
        .map(of -> stakeholder(of.getKey(), of.getValue(), picture, at))
        .toList();
  }

  /**
   * Her role and department are of the last statement by then; the day she left is known from the
   * last.
   */
  private static Stakeholder stakeholder(
      String id, List<Contact> statements, KnownPicture picture, Instant at) {
    List<Contact> ordered = statements.stream().sorted(OLDEST_FIRST).toList();
    Contact last = ordered.getLast();
    Contact then =
        ordered.stream().filter(one -> !one.statedAt().isAfter(at)).reduce(last, (_, one) -> one);
    Instant since = ordered.getFirst().statedAt();
    return new Stakeholder(
        id,
        then.role(),
        then.department(),
        since,
        last.leftBy(at, picture.calendar()),
        picture.lastActive(id, at).filter(since::isBefore).orElse(since));
  }

  public boolean isThere() {
    return leftOn == null;
  }
}
