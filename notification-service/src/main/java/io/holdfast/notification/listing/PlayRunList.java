package io.holdfast.notification.listing;

import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Runs, with the audit of every step. */
public interface PlayRunList {

  Set<String> SORTINGS = Set.of("at", "account");

  /** What to show; null means all. */
  record Filter(
      @Nullable String account,
      @Nullable String play,
      @Nullable UUID alert,
      Optional<Set<String>> visible) {}

  Mono<Page<Trailed<PlayRun, RunEntry>>> page(PageQuery query, Filter filter);
}
