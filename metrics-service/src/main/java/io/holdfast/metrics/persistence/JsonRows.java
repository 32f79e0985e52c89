package io.holdfast.metrics.persistence;

import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as one JSON parameter, which {@code json_to_recordset} unfolds: one statement a table
 * whatever the number of rows and of nulls in them.
 */
final class JsonRows {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private JsonRows() {}

  static String of(Collection<?> rows) {
    return JSON.writeValueAsString(rows);
  }

  /** Runs a statement with the rows as its only parameter; without rows there is nothing to do. */
  static Mono<Void> insert(DatabaseClient database, String sql, Collection<?> rows) {
    return rows.isEmpty() ? Mono.empty() : database.sql(sql).bind(0, of(rows)).then();
  }
}
