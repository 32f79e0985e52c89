package io.holdfast.scoring.picture;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One version of a fact. Versions of the same fact share kind and key; the latest known one counts,
 * in whatever order they came.
 *
 * @param toldOf the account it was told of, when that turned out to be this one
 */
public record Recorded(String key, Fact fact, Knowledge knowledge, @Nullable String toldOf) {

  public Recorded(String key, Fact fact, Knowledge knowledge) {
    this(key, fact, knowledge, null);
  }

  Recorded of(String otherKey, Fact other) {
    return new Recorded(otherKey, other, knowledge, toldOf);
  }

  static final Comparator<Recorded> OLDEST_FIRST =
      Comparator.comparing((Recorded version) -> version.knowledge().order())
          .thenComparing(version -> version.knowledge().receivedAt())
          .thenComparing(version -> version.fact().toString());
}
