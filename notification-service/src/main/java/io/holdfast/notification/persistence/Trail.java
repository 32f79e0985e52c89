package io.holdfast.notification.persistence;

import io.holdfast.notification.listing.Trailed;
import io.holdfast.tenancy.Page;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What happened to each row of a list, line by line: the audit of a run, the tries of a delivery.
 * Read for a whole page at once.
 *
 * @param sql gives the lines of the rows {@code :ids}, oldest first
 * @param owner the row a line belongs to
 */
record Trail<L>(String sql, Function<Readable, L> read, Function<L, UUID> owner) {

  /** The same page, each row with its lines. */
  <R> Mono<Page<Trailed<R, L>>> beside(
      DatabaseClient database, Page<R> page, Function<R, UUID> id) {
    return lines(database, page.items().stream().map(id).toArray(UUID[]::new))
        .map(
            lines ->
                new Page<>(
                    page.items().stream()
                        .map(row -> new Trailed<>(row, linesOf(lines, id.apply(row))))
                        .toList(),
                    page.next()));
  }

  private Mono<Map<UUID, Collection<L>>> lines(DatabaseClient database, UUID[] ids) {
    return database.sql(sql).bind("ids", ids).map(read).all().collectMultimap(owner);
  }

  private List<L> linesOf(Map<UUID, Collection<L>> lines, UUID id) {
    return List.copyOf(lines.getOrDefault(id, List.of()));
  }
}
