package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Reference;

/**
 * An id in another system that an account cannot have, because another one carries it.
 *
 * @param holder the account that carries it
 */
public record Taken(String system, String id, String holder) {

  Reference reference() {
    return Reference.external(system, id);
  }
}
