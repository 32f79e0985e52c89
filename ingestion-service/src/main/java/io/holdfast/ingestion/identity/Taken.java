package io.holdfast.ingestion.identity;

/**
 * An id in another system that an account cannot have, because another one carries it.
 *
 * @param holder the account that carries it
 */
public record Taken(String system, String id, String holder) {

  /** Says who has it and until when. */
  public String text() {
    return "account '%s' carries '%s=%s' until it states another".formatted(holder, system, id);
  }
}
