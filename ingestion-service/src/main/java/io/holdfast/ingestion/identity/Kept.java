package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Reference;
import java.util.Set;

/**
 * The effect of what was said about who is who.
 *
 * @param appeared who leads elsewhere now than before
 * @param circular the names whose new statement leads back to them: what it joins was one person
 *     already
 */
public record Kept(Set<Reference> appeared, Set<String> circular) {
  static final Kept NOTHING = new Kept(Set.of(), Set.of());
}
