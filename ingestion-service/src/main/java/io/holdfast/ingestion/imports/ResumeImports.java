package io.holdfast.ingestion.imports;

import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Goes on at once after a restart: a claim of the process that died would otherwise be waited for.
 * Harmless where another instance is at work, because a file is read under a lock.
 */
@Component
class ResumeImports {
  private final DatabaseClient backgroundDatabase;
  private final BackgroundTransactions background;
  private final TenantTransactions transactions;
  private final Timers timers;

  ResumeImports(
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase,
      BackgroundTransactions background,
      TenantTransactions transactions,
      Timers timers) {
    this.backgroundDatabase = backgroundDatabase;
    this.background = background;
    this.transactions = transactions;
    this.timers = timers;
  }

  @EventListener(ApplicationReadyEvent.class)
  Mono<Void> resume() {
    return background
        .run(
            () ->
                backgroundDatabase
                    .sql(
                        "select tenant_id, import_id from import where state in ('received',"
                            + " 'running')")
                    .map(
                        row ->
                            Map.entry(
                                new TenantId(Objects.requireNonNull(row.get(0, String.class))),
                                Objects.requireNonNull(row.get(1, UUID.class))))
                    .all()
                    .collectList())
        .flatMapIterable(found -> found)
        .concatMap(
            one ->
                transactions.run(
                    one.getKey(),
                    () ->
                        timers.set(
                            one.getKey(),
                            ReadImport.KIND,
                            one.getValue().toString(),
                            Instant.EPOCH,
                            "")))
        .then();
  }
}
