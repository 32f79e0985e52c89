package io.holdfast.scoring.picture;

import java.time.Instant;
import java.util.Comparator;

/**
 * A statement that two names are one person's.
 *
 * @param previous a visitor, or a user by an earlier name
 * @param user who that is
 * @param statedAt for which time it was said; of statements about one name the latest counts
 * @param knownAt since when it is known
 */
public record SamePerson(String previous, String user, Instant statedAt, Instant knownAt) {

  static final Comparator<SamePerson> OLDEST_FIRST =
      Comparator.comparing(SamePerson::statedAt).thenComparing(SamePerson::user);
}
