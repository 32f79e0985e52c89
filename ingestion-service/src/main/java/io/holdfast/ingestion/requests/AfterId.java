package io.holdfast.ingestion.requests;

import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The place in a list whose ids are in order of time. */
public final class AfterId {
  private AfterId() {}

  /** The id to go on behind, absent at the beginning; 400 when the cursor holds none. */
  public static @Nullable UUID of(PageQuery page) {
    try {
      return page.after().map(position -> UUID.fromString(position.id())).orElse(null);
    } catch (IllegalArgumentException _) {
      throw Problem.badRequest(
          "invalid_cursor", "'cursor' does not belong to this list; leave it out to start again");
    }
  }
}
