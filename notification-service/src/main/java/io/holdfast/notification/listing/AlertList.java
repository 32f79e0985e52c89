package io.holdfast.notification.listing;

import io.holdfast.notification.alert.Alert;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Alerts, each with its account's name and owner. */
public interface AlertList {

  Set<String> SORTINGS = Set.of("at", "account");

  /** One alert with what people want to see beside it. */
  record Listed(Alert alert, String accountName, @Nullable String owner) {}

  /**
   * What to show.
   *
   * @param state a state, or null for all
   * @param visible accounts the caller may see; empty means all
   */
  record Filter(
      @Nullable String state,
      @Nullable String kind,
      @Nullable String account,
      Optional<Set<String>> visible) {}

  Mono<Page<Listed>> page(PageQuery query, Filter filter);

  Mono<Listed> byId(UUID id, Optional<Set<String>> visible);
}
