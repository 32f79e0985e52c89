package io.holdfast.tenancy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How a list was asked for: {@code limit} 1–200 (default 50), {@code sort} a key with {@code -} for
 * descending, and the place to go on from.
 */
public record PageQuery(
    int limit, String sort, boolean descending, Optional<Position> after, Cursors cursors) {
  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final String SEPARATOR = "\u0001";

  /** The last row already seen: its value of the sort key and its id. */
  public record Position(String key, String id) {}

  static PageQuery parse(
      Map<String, String> query, String usualSort, Collection<String> allowed, Cursors cursors) {
    String asked = query.getOrDefault("sort", usualSort);
    boolean descending = asked.startsWith("-");
    String sort = descending ? asked.substring(1) : asked;
    if (!allowed.contains(sort)) {
      throw Problem.badRequest(
          "unknown_sort",
          "'sort' is '"
              + asked
              + "'; it must be one of "
              + new TreeSet<>(allowed)
              + ", with '-' for descending");
    }
    Optional<Position> after =
        Optional.ofNullable(query.get("cursor")).map(cursor -> position(cursors, cursor, asked));
    return new PageQuery(limit(query.get("limit")), sort, descending, after, cursors);
  }

  /** Cuts rows, of which one more than {@link #limit} was read, to a page. */
  public <T> Page<T> page(List<T> rows, Function<T, Position> position) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor(position.apply(items.getLast())));
  }

  private String cursor(Position last) {
    String text = (descending ? "-" : "") + sort + SEPARATOR + last.key() + SEPARATOR + last.id();
    return cursors.close(text);
  }

  private static int limit(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // said below, like any other value out of range
    }
    throw Problem.badRequest(
        "invalid_limit", "'limit' is '" + text + "'; it must be a number from 1 to " + MOST);
  }

  private static Position position(Cursors cursors, String cursor, String sort) {
    return cursors
        .open(cursor)
        .map(text -> text.split(SEPARATOR, 3))
        .filter(parts -> parts.length == 3 && parts[0].equals(sort))
        .map(parts -> new Position(parts[1], parts[2]))
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "invalid_cursor",
                    "'cursor' does not belong to this list, its filters and its sort; leave it"
                        + " out to start again"));
  }
}
