package io.holdfast.metrics.web;

import static java.util.Comparator.comparing;

import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Cuts lists that are short enough to be read whole to the page that was asked for. */
final class Cut {

  private static final Comparator<Position> ORDER =
      comparing(Position::key).thenComparing(Position::id);

  private Cut() {}

  /**
   * @param position that no other item has
   */
  static <T> Page<T> page(List<T> all, PageQuery query, Function<T, Position> position) {
    Comparator<Position> order = query.descending() ? ORDER.reversed() : ORDER;
    List<T> rows =
        all.stream()
            .sorted(comparing(position, order))
            .filter(
                one ->
                    query
                        .after()
                        .map(last -> order.compare(position.apply(one), last) > 0)
                        .orElse(true))
            .limit(query.limit() + 1L)
            .toList();
    return query.page(rows, position);
  }
}
