package io.holdfast.metrics.persistence;

import java.util.Collection;
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
}
