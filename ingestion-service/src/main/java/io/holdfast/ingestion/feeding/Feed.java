package io.holdfast.ingestion.feeding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far the feeding of a service is. */
record Feed(String service, int generation, Part part, @Nullable String after, long fed) {

  /** Who is who and facts come first: what they tell is needed to make something of use. */
  enum Part {
    ACCOUNTS,
    PEOPLE,
    FACTS,
    USAGE,
    DONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Part next() {
      return values()[Math.min(ordinal() + 1, DONE.ordinal())];
    }
  }

  Feed advanced(String last, int messages) {
    return new Feed(service, generation, part, last, fed + messages);
  }

  Feed atNextPart() {
    return new Feed(service, generation, part.next(), null, fed);
  }
}
