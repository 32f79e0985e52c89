package io.holdfast.ingestion.sources;

import io.holdfast.ingestion.sources.Source.Limits;
import io.r2dbc.spi.Readable;
import java.util.Objects;
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

  SourceSettings(DatabaseClient database, UsualLimits usual) {
    this.database = database;
    this.usual = usual;
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

  static Limits limits(Readable row, UsualLimits usual) {
    return new Limits(
        Objects.requireNonNullElse(
            row.get("events_per_second", Long.class), usual.eventsPerSecond()),
        Objects.requireNonNullElse(
            row.get("bytes_per_second", Long.class), usual.bytesPerSecond()));
  }
}
