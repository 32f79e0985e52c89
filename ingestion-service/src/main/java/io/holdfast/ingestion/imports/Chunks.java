package io.holdfast.ingestion.imports;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bodies as stored: pieces of one size, so that a place in the file is a place in the table. */
@Component
class Chunks {
  static final int SIZE = 256 * 1024;

  private final DatabaseClient database;

  Chunks(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> add(UUID importId, int number, byte[] bytes) {
    return database
        .sql("insert into import_chunk (import_id, number, bytes) values ($1, $2, $3)")
        .bind(0, importId)
        .bind(1, number)
        .bind(2, ByteBuffer.wrap(bytes))
        .then();
  }

  /** Bytes from a place on, to the end of the last of so many pieces. */
  Mono<byte[]> read(UUID importId, long position, int pieces) {
    int first = Math.toIntExact(position / SIZE);
    int skip = Math.toIntExact(position % SIZE);
    return database
        .sql(
            """
            select bytes from import_chunk
             where import_id = $1 and number >= $2 and number < $3 order by number
            """) // import_chunk_pkey
        .bind(0, importId)
        .bind(1, first)
        .bind(2, first + pieces)
        .map(row -> Objects.requireNonNull(row.get(0, ByteBuffer.class)))
        .all()
        .collectList()
        .map(
            found -> {
              int length = found.stream().mapToInt(ByteBuffer::remaining).sum();
              ByteBuffer all = ByteBuffer.allocate(length);
              found.forEach(all::put);
              int from = Math.min(skip, length);
              byte[] bytes = new byte[length - from];
              all.position(from).get(bytes);
              return bytes;
            });
  }

  /** What was read to the end is not needed any more. */
  Mono<Void> discard(UUID importId) {
    return database.sql("delete from import_chunk where import_id = $1").bind(0, importId).then();
  }
}
