package io.holdfast.scoring.web;

import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One page of a list in time that is at hand as a whole. */
final class Excerpt {

  private static final Comparator<Position> IN_TIME =
      Comparator.comparing(Excerpt::at).thenComparing(Position::id);

  private Excerpt() {}

  /**
   * @param usualSort the name of the instant the list is in order of, with {@code -} for newest
   *     first
   * @param place the item's instant, and what tells it from others of that instant
   */
  static <T> Page<T> of(
      List<T> all, ListQuery query, String usualSort, Function<T, Position> place) {
    PageQuery asked = query.page(usualSort, Set.of(usualSort.replace("-", "")));
    Comparator<Position> order = asked.descending() ? IN_TIME.reversed() : IN_TIME;
    List<T> rest =
        all.stream()
            .filter(
                item ->
                    asked
                        .after()
                        .filter(last -> !follows(place.apply(item), last, order))
                        .isEmpty())
            .sorted(Comparator.comparing(place, order))
            .toList();
    return asked.page(rest, place);
  }

  private static boolean follows(Position item, Position last, Comparator<Position> order) {
    return order.compare(item, last) > 0;
  }

  private static Instant at(Position position) {
    try {
      return Instant.parse(position.key());
    } catch (DateTimeParseException _) {
      throw Problem.badRequest(
          "invalid_cursor",
          "'cursor' does not belong to this list and sort; leave it out to start again");
    }
  }
}
