package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What has to be looked at again: who has appeared, and what something has begun to wait for. Both
 * are noted in the transaction in which they happen, so whichever of two concurrent ones commits
 * last, what is noted leads to the other.
 */
@Component
public class Appearances {
  private final DatabaseClient database;

  Appearances(DatabaseClient database) {
    this.database = database;
  }

  public Mono<Void> note(Collection<Reference> references) {
    if (references.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql("insert into look_again (reference) select unnest($1::text[])")
        .bind(0, references.stream().map(Reference::text).distinct().toArray(String[]::new))
        .then();
  }

  /** Takes out what was noted, each once. */
  public Mono<List<Reference>> take(int limit) {
    return database
        .sql(
            """
            with next as materialized (select tenant_id, id from look_again order by id limit $1 for update skip locked)
            delete from look_again l using next where l.tenant_id = next.tenant_id and l.id = next.id
            returning l.reference
            """) // look_again_pkey
        .bind(0, limit)
        .map(row -> Reference.parse(Objects.requireNonNull(row.get(0, String.class))))
        .all()
        .distinct()
        .collectList();
  }
}
