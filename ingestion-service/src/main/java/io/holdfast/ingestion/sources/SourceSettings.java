package io.holdfast.ingestion.sources;

import io.holdfast.ingestion.sources.Source.Limits;
import io.holdfast.tenancy.sealing.Seal;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a source is taken in, as the tenant sets it; inside the tenant's transaction. */
@Component
public class SourceSettings {
  private final DatabaseClient database;
  private final UsualLimits usual;
  private final Seal seal;

  SourceSettings(DatabaseClient database, UsualLimits usual, Seal seal) {
    this.database = database;
    this.usual = usual;
    this.seal = seal;
  }

  /** What is asked for; absent goes back to what is usual. */
  record WishedLimits(@Nullable Long eventsPerSecond, @Nullable Long bytesPerSecond) {}

  /** Empty when there is no working source with this id. */
  Mono<Limits> limit(UUID sourceId, WishedLimits wish) {
    return database
        .sql(
            """
            update source set events_per_second = $2, bytes_per_second = $3
             where source_id = $1 and revoked_at is null
            returning events_per_second, bytes_per_second
            """)
        .bind(0, sourceId)
        .bind(1, io.r2dbc.spi.Parameters.in(io.r2dbc.spi.R2dbcType.BIGINT, wish.eventsPerSecond()))
        .bind(2, io.r2dbc.spi.Parameters.in(io.r2dbc.spi.R2dbcType.BIGINT, wish.bytesPerSecond()))
        .map(row -> limits(row, usual))
        .one();
  }

  /** False when there is no working source of kind json with this id. */
  Mono<Boolean> sign(UUID sourceId, Optional<SignatureRule> rule, SigningSecret secret) {
    return database
        .sql(
            """
            update source set signature = nullif($2, ''), signing_secret = $3, rotated_at = now()
             where source_id = $1 and kind = 'json' and revoked_at is null
            """)
        .bind(0, sourceId)
        .bind(1, rule.map(SignatureRule::json).orElse(""))
        .bind(2, ByteBuffer.wrap(seal.close(Objects.requireNonNull(secret.text()), Seal.ANYWHERE)))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  static Limits limits(Readable row, UsualLimits usual) {
    return new Limits(
        Objects.requireNonNullElse(
            row.get("events_per_second", Long.class), usual.eventsPerSecond()),
        Objects.requireNonNullElse(
            row.get("bytes_per_second", Long.class), usual.bytesPerSecond()));
  }
}
