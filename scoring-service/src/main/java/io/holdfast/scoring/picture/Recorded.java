package io.holdfast.scoring.picture;

import java.util.Comparator;

/**
 * One version of a fact. Versions of the same fact share kind and key; the latest known one counts,
 * in whatever order they came.
 */
public record Recorded(String key, Fact fact, Knowledge knowledge) {

  static final Comparator<Recorded> OLDEST_FIRST =
      Comparator.comparing((Recorded version) -> version.knowledge().order())
          .thenComparing(version -> version.knowledge().receivedAt())
          .thenComparing(version -> version.fact().toString());
}
