package io.holdfast.notification.listing;

import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The delivery log, with every try. */
public interface DeliveryList {

  Set<String> SORTINGS = Set.of("at");

  /** What to show; null means all. */
  record Filter(
      @Nullable UUID alert,
      @Nullable UUID channel,
      @Nullable String state,
      Optional<Set<String>> visible) {}

  Mono<Page<Trailed<Delivery, Attempt>>> page(PageQuery query, Filter filter);

  /** Whether there is such a delivery, and the caller may see it. */
  Mono<Boolean> shows(UUID id, Optional<Set<String>> visible);
}
