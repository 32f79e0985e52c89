package io.holdfast.ingestion.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.tenants.Tenants;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores a body piece by piece as it streams in, and answers when all of it is stored. */
@Component
class ReceiveImport {
  private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;
  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Imports imports;
  private final Chunks chunks;
  private final Timers timers;
  private final Tenants tenants;
  private final TenantTransactions transactions;
  private final Clock clock;

  ReceiveImport(
      Imports imports,
      Chunks chunks,
      Timers timers,
      Tenants tenants,
      TenantTransactions transactions,
      Clock clock) {
    this.imports = imports;
    this.chunks = chunks;
    this.timers = timers;
    this.tenants = tenants;
    this.transactions = transactions;
    this.clock = clock;
  }

  Mono<ImportView> receive(Principal principal, ImportWish wish, Flux<DataBuffer> body) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    TenantId tenant = principal.tenant();
    Pieces pieces = new Pieces();
    int[] next = {0};
    Flux<byte[]> stream =
        body.concatMapIterable(pieces::add)
            .concatWith(Flux.defer(() -> Flux.fromIterable(pieces.rest())))
            .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    return transactions
        .run(tenant, () -> begin(principal, id, wish))
        .then(stream.concatMap(piece -> store(tenant, id, next[0]++, piece, pieces), 1).then())
        .then(Mono.defer(() -> finish(tenant, id, wish, pieces)))
        .onErrorResume(
            failure ->
                transactions
                    .run(tenant, () -> imports.discard(id))
                    .onErrorComplete() // the abandoned import is found by its timer
                    .then(Mono.error(failure)));
  }

  private Mono<Void> begin(Principal principal, UUID id, ImportWish wish) {
    Instant now = clock.instant();
    TenantId tenant = principal.tenant();
    return tenants
        .introduce(tenant)
        .then(
            imports.begin(
                id, wish.kind(), wish.asRecorded(), wish.mapping(), principal.subject(), now))
        .then(
            timers.set(
                tenant, DiscardAbandonedImport.KIND, id.toString(), now.plus(ABANDONED), ""));
  }

  private Mono<Void> store(TenantId tenant, UUID id, int number, byte[] piece, Pieces pieces) {
    if (pieces.total() > MOST_BYTES) {
      return Mono.error(
          Problem.tooLarge("file_too_large", "A file may have 2 GB; send it in parts."));
    }
    return transactions.run(tenant, () -> chunks.add(id, number, piece));
  }

  private Mono<ImportView> finish(TenantId tenant, UUID id, ImportWish wish, Pieces pieces) {
    Beginning beginning = pieces.beginning();
    if (beginning.blank()) {
      return Mono.error(Problem.badRequest("empty_body", "The body holds no lines."));
    }
    if (beginning.foreign().isPresent()) {
      return Mono.error(FileFormat.unsupported(beginning.foreign().get()));
    }
    FileFormat format = wish.format().orElseGet(beginning::format);
    return transactions.run(
        tenant,
        () ->
            imports
                .received(id, format, pieces.total())
                .then(timers.cancel(tenant, DiscardAbandonedImport.KIND, id.toString()))
                .then(timers.set(tenant, ReadImport.KIND, id.toString(), Instant.EPOCH, ""))
                .then(imports.find(id))
                .switchIfEmpty(
                    Mono.error(
                        () ->
                            Problem.unavailable(
                                "import_abandoned",
                                "The file took too long to arrive. Send it again.",
                                Duration.ofSeconds(1)))));
  }
}
