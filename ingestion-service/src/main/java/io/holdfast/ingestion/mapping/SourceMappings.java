package io.holdfast.ingestion.mapping;

import io.holdfast.ingestion.imports.RecordMapping.Unusable;
import io.holdfast.ingestion.requests.Json;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The mappings of the tenant's sources, kept with them; inside the tenant's transaction. */
@Component
class SourceMappings {
  private final DatabaseClient database;

  SourceMappings(DatabaseClient database) {
    this.database = database;
  }

  /** As it was set; empty when the source is not there, an empty object when it has none. */
  Mono<ObjectNode> written(UUID sourceId) {
    return database
        .sql("select coalesce(mapping, '{}') from source where source_id = $1") // source_pkey
        .bind(0, sourceId)
        .map(row -> (ObjectNode) Json.MAPPER.readTree(text(row.get(0, String.class))))
        .one();
  }

  /** What follows from it; empty when the source has no mapping. */
  Mono<SourceMapping> of(UUID sourceId) {
    return written(sourceId).filter(json -> !json.isEmpty()).map(SourceMappings::parsed);
  }

  /** Whether there is such a source of kind json. */
  Mono<Boolean> set(UUID sourceId, JsonNode mapping) {
    return update(
        "update source set mapping = $2 where source_id = $1 and kind = 'json'",
        sourceId,
        mapping.toString());
  }

  Mono<Boolean> remove(UUID sourceId) {
    return update(
        "update source set mapping = nullif($2, '') where source_id = $1 and kind = 'json'",
        sourceId,
        "");
  }

  private Mono<Boolean> update(String sql, UUID sourceId, String value) {
    return database
        .sql(sql)
        .bind(0, sourceId)
        .bind(1, value)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  private static SourceMapping parsed(ObjectNode json) {
    try {
      return SourceMapping.parse(json);
    } catch (Unusable unusable) {
      throw new IllegalStateException("a mapping was kept that cannot be read", unusable);
    }
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return Objects.requireNonNull(value);
  }
}
