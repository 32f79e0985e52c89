package io.holdfast.ingestion.sources;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.sealing.Seal;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tenant's sources, inside its transaction. */
@Component
class SourceRegister {
  private final DatabaseClient database;
  private final Seal seal;
  private final UsualLimits usual;

  SourceRegister(DatabaseClient database, Seal seal, UsualLimits usual) {
    this.database = database;
    this.seal = seal;
    this.usual = usual;
  }

  Mono<CreatedSourceView> add(SourceKind kind, String name, SigningSecret secret) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    WriteKey key = WriteKey.random();
    return sealed(
            database
                .sql(
                    """
                    insert into source (source_id, kind, name, key_hash, signing_secret)
                    values ($1, $2, $3, $4, $5)
                    """)
                .bind(0, id)
                .bind(1, kind.code())
                .bind(2, name)
                .bind(3, ByteBuffer.wrap(key.digest())),
            4,
            secret)
        .then()
        .thenReturn(new CreatedSourceView(id, kind.code(), name, key.value(), secret.shown()));
  }

  Flux<SourceView> list(PageQuery page) {
    String order = page.descending() ? "desc" : "asc";
    String after = page.descending() ? "<" : ">";
    return database
        .sql(
            """
            select * from source
             where $1 = '' or (name, source_id::text) %s ($2, $3)
             order by name %s, source_id::text %s limit $4
            """
                .formatted(after, order, order)) // a tenant has a handful
        .bind(0, page.after().isPresent() ? "after" : "")
        .bind(1, page.after().map(PageQuery.Position::key).orElse(""))
        .bind(2, page.after().map(PageQuery.Position::id).orElse(""))
        .bind(3, page.limit() + 1)
        .map(this::view)
        .all();
  }

  Mono<SourceView> find(UUID sourceId) {
    return database
        .sql("select * from source where source_id = $1")
        .bind(0, sourceId)
        .map(this::view)
        .one();
  }

  /** The kind of a source that works; empty when there is none with this id. */
  Mono<SourceKind> kind(UUID sourceId) {
    return database
        .sql("select kind from source where source_id = $1 and revoked_at is null")
        .bind(0, sourceId)
        .map(row -> SourceKind.named(text(row, "kind")).orElseThrow())
        .one();
  }

  /** Gives a source a new key and, where one is given, a new secret. */
  Mono<CreatedSourceView> rotate(UUID sourceId, SigningSecret secret) {
    WriteKey key = WriteKey.random();
    return sealed(
            database
                .sql(
                    """
                    update source
                       set key_hash = $2, signing_secret = coalesce($3, signing_secret), rotated_at = now()
                     where source_id = $1 and revoked_at is null returning kind, name
                    """)
                .bind(0, sourceId)
                .bind(1, ByteBuffer.wrap(key.digest())),
            2,
            secret)
        .map(
            row ->
                new CreatedSourceView(
                    sourceId, text(row, "kind"), text(row, "name"), key.value(), secret.shown()))
        .one();
  }

  private GenericExecuteSpec sealed(GenericExecuteSpec sql, int at, SigningSecret secret) {
    String text = secret.text();
    return text == null
        ? sql.bindNull(at, ByteBuffer.class)
        : sql.bind(at, ByteBuffer.wrap(seal.close(text, Seal.ANYWHERE)));
  }

  /** False when there is none with this id. */
  Mono<Boolean> revoke(UUID sourceId) {
    return database
        .sql("update source set revoked_at = coalesce(revoked_at, now()) where source_id = $1")
        .bind(0, sourceId)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  private SourceView view(Readable row) {
    return new SourceView(
        Objects.requireNonNull(row.get("source_id", UUID.class)),
        text(row, "kind"),
        text(row, "name"),
        Objects.requireNonNull(row.get("created_at", Instant.class)),
        row.get("rotated_at", Instant.class),
        row.get("revoked_at", Instant.class),
        SourceSettings.limits(row, usual),
        signature(row),
        row.get("mapping", String.class) != null);
  }

  private static @Nullable String signature(Readable row) {
    return switch (SourceKind.named(text(row, "kind")).orElseThrow()) {
      case SEGMENT -> null;
      case STRIPE -> "stripe";
      case JSON -> row.get("signature", String.class) == null ? "standard" : "hmac";
    };
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
