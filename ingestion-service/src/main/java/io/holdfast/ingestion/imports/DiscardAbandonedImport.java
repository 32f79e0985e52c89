package io.holdfast.ingestion.imports;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes what was stored of a body whose sender went away. */
@Component
class DiscardAbandonedImport implements TimerHandler {
  static final String KIND = "discard-import";
  private final Imports imports;

  DiscardAbandonedImport(Imports imports) {
    this.imports = imports;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return imports.discard(UUID.fromString(timer.key()));
  }
}
