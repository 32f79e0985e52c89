package io.holdfast.notification.persistence;

import io.holdfast.tenancy.PageQuery;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Pages through a table by its sort key and id, so that a page costs the same wherever it lies.
 *
 * @param columns what may be sorted by, each with its column and SQL type
 * @param idColumn makes rows with the same key distinct
 */
record Keyset(Map<String, Column> columns, String idColumn, String idType) {

  record Column(String name, String type) {}

  /** Conditions and order to append to a statement that ends in a {@code where} clause. */
  String tail(PageQuery page) {
    Column column = column(page);
    String comparison = page.descending() ? "<" : ">";
    String direction = page.descending() ? "desc" : "asc";
    String after =
        page.after().isEmpty()
            ? ""
            : " and (%s, %s) %s (:afterKey::%s, :afterId::%s)"
                .formatted(column.name(), idColumn, comparison, column.type(), idType);
    return after
        + " order by %s %s, %s %s limit %d"
            .formatted(column.name(), direction, idColumn, direction, page.limit() + 1);
  }

  GenericExecuteSpec bind(GenericExecuteSpec statement, PageQuery page) {
    return page.after()
        .map(after -> statement.bind("afterKey", after.key()).bind("afterId", after.id()))
        .orElse(statement);
  }

  private Column column(PageQuery page) {
    Column column = columns.get(page.sort());
    if (column == null) {
      throw new IllegalArgumentException("Not sortable by " + page.sort());
    }
    return column;
  }
}
