package io.holdfast.ingestion.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.tenants.Tenants;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.changing.Changes;
import io.holdfast.tenancy.repeating.Answers;
import io.holdfast.tenancy.repeating.KeyedRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
  private final Answers answers;
  private final Changes changes;
  private final Clock clock;

  ReceiveImport(
      Imports imports,
      Chunks chunks,
      Timers timers,
      Tenants tenants,
      TenantTransactions transactions,
      Answers answers,
      Changes changes,
      Clock clock) {
    this.imports = imports;
    this.chunks = chunks;
    this.timers = timers;
    this.tenants = tenants;
    this.transactions = transactions;
    this.answers = answers;
    this.changes = changes;
    this.clock = clock;
  }

  Mono<Receipt.Given> receive(Receipt receipt, Flux<DataBuffer> body) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    TenantId tenant = receipt.principal().tenant();
    Pieces pieces = new Pieces();
    int[] next = {0};
    Flux<byte[]> stream =
        body.concatMapIterable(pieces::add)
            .concatWith(Flux.defer(() -> Flux.fromIterable(pieces.rest())))
            .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    return transactions
        .run(tenant, () -> begin(receipt.principal(), id, receipt.wish()))
        .then(stream.concatMap(piece -> store(tenant, id, next[0]++, piece, pieces), 1).then())
        .then(Mono.defer(() -> finish(id, receipt, pieces)))
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

  private Mono<Receipt.Given> finish(UUID id, Receipt receipt, Pieces pieces) {
    Beginning beginning = pieces.beginning();
    if (beginning.blank()) {
      return Mono.error(Problem.badRequest("empty_body", "The body holds no lines."));
    }
    if (beginning.foreign().isPresent()) {
      return Mono.error(FileFormat.unsupported(beginning.foreign().get()));
    }
    FileFormat format = receipt.wish().format().orElseGet(beginning::format);
    Optional<KeyedRequest> keyed = receipt.keyed(pieces);
    return transactions.run(
        receipt.principal().tenant(),
        () ->
            Mono.justOrEmpty(keyed)
                .flatMap(answers::before)
                .flatMap(answer -> dropped(receipt, id).thenReturn(Receipt.view(answer)))
                .map(view -> new Receipt.Given(view, true))
                .switchIfEmpty(
                    Mono.defer(() -> begun(id, receipt, format, pieces.total()))
                        .flatMap(
                            view ->
                                Mono.justOrEmpty(keyed)
                                    .flatMap(key -> answers.keep(key, Receipt.answer(view)))
                                    .thenReturn(new Receipt.Given(view, false)))));
  }

  /** The same file came before: what was stored of it this time goes. */
  private Mono<Void> dropped(Receipt receipt, UUID id) {
    return imports.discard(id).then(notAbandoned(receipt, id));
  }

  private Mono<ImportView> begun(UUID id, Receipt receipt, FileFormat format, long bytes) {
    TenantId tenant = receipt.principal().tenant();
    return imports
        .received(id, format, bytes)
        .then(notAbandoned(receipt, id))
        .then(timers.set(tenant, ReadImport.KIND, id.toString(), Instant.EPOCH, ""))
        .then(changes.beforeCommit(receipt.change()))
        .then(imports.find(id))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problem.unavailable(
                        "import_abandoned",
                        "The file took too long to arrive. Send it again.",
                        Duration.ofSeconds(1))));
  }

  private Mono<Void> notAbandoned(Receipt receipt, UUID id) {
    return timers.cancel(receipt.principal().tenant(), DiscardAbandonedImport.KIND, id.toString());
  }
}
