package io.holdfast.ingestion.sources;

import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.sealing.Seal;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds a source by its key or its address, before a tenant is known: so with the background role.
 * Answers are kept for a few seconds, which is how long a revoked key may still work.
 */
@Component
public class Sources {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 10_000;

  private final DatabaseClient database;
  private final BackgroundTransactions transactions;
  private final Seal seal;
  private final UsualLimits usual;
  private final ConcurrentHashMap<ByteBuffer, Found> byKey = new ConcurrentHashMap<>();

  private record Found(Optional<Source> source, long untilNanos) {}

  Sources(
      @Qualifier("backgroundDatabase") DatabaseClient database,
      BackgroundTransactions transactions,
      Seal seal,
      UsualLimits usual) {
    this.database = database;
    this.transactions = transactions;
    this.seal = seal;
    this.usual = usual;
  }

  /** The source with this write key, empty when there is none or it was revoked. */
  public Mono<Source> withKey(String writeKey) {
    ByteBuffer digest = ByteBuffer.wrap(new WriteKey(writeKey).digest());
    Found kept = byKey.get(digest);
    if (kept != null && System.nanoTime() - kept.untilNanos() < 0) {
      return Mono.justOrEmpty(kept.source());
    }
    return find("key_hash = $1", digest.duplicate()) // source_key
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .doOnNext(found -> keep(digest, found))
        .flatMap(Mono::justOrEmpty);
  }

  /** The source with this id, empty when there is none or it was revoked. */
  public Mono<Source> withId(UUID sourceId) {
    return find("source_id = $1", sourceId); // source_id
  }

  private void keep(ByteBuffer digest, Optional<Source> found) {
    if (byKey.size() > MOST_KEPT) {
      byKey.clear();
    }
    byKey.put(digest, new Found(found, System.nanoTime() + KEPT.toNanos()));
  }

  private Mono<Source> find(String condition, Object value) {
    return transactions.run(
        () ->
            database
                .sql(
                    """
                    select * from source
                     where revoked_at is null and %s
                    """
                        .formatted(condition))
                .bind(0, value)
                .map(this::source)
                .first());
  }

  private Source source(Readable row) {
    return new Source(
        new TenantId(Objects.requireNonNull(row.get("tenant_id", String.class))),
        Objects.requireNonNull(row.get("source_id", UUID.class)),
        SourceKind.named(Objects.requireNonNull(row.get("kind", String.class))).orElseThrow(),
        Optional.ofNullable(row.get("signing_secret", byte[].class))
            .map(kept -> seal.open(kept, Seal.ANYWHERE)),
        Optional.ofNullable(row.get("signature", String.class)).map(SignatureRule::read),
        row.get("mapping", String.class) != null,
        SourceSettings.limits(row, usual));
  }
}
