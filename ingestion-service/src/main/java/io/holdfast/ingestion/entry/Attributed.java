package io.holdfast.ingestion.entry;

import org.jspecify.annotations.Nullable;

/**
 * An entry whose account is known.
 *
 * @param accountId empty for what concerns the whole tenant
 * @param person who used, by the best name known
 * @param visitor the visitor by whose name the use came, where the person is called otherwise
 */
public record Attributed(
    Entry entry, String accountId, @Nullable String person, @Nullable String visitor) {

  public Attributed(Entry entry, String accountId) {
    this(entry, accountId, null, null);
  }
}
