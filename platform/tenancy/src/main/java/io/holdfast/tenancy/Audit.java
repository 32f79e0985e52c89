package io.holdfast.tenancy;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps who did what. Changes and refusals are recorded by themselves; a route that shows personal
 * data says so here.
 */
public interface Audit {
  /**
   * Records, in the tenant's transaction, that somebody was shown personal data. Nothing is
   * recorded when there was none.
   *
   * @param type what was looked at, for example {@code contacts}
   * @param id of the one, or of the account whose list it was; never personal data itself
   * @param count how many people were shown
   */
  Mono<Void> seen(Principal by, String type, @Nullable String id, long count);
}
