package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.listing.AlertList;
import io.holdfast.notification.persistence.Keyset.Key;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

public final class R2dbcAlertList implements AlertList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of("at", Key.instant("a.opened_at"), "account", Key.text("a.account_id")),
          Key.uuid("a.alert_id"));

  private static final String COLUMNS =
      AlertRows.COLUMNS + ", coalesce(c.name, a.account_id) as account_name, c.owner_email";

  private static final String SOURCE =
      """
      from alert a
      left join account c on c.tenant_id = a.tenant_id and c.account_id = a.account_id
      where (:visible::text[] is null or a.account_id = any(:visible))
      """;

  private final DatabaseClient database;
  private final AlertRows rows;

  public R2dbcAlertList(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.rows = new AlertRows(json);
  }

  /** Relies on alert_by_time for the usual order. */
  @Override
  public Mono<Page<Listed>> page(PageQuery query, Filter filter) {
    return PAGES.page(
        database,
        query,
        COLUMNS,
        SOURCE
            + """
             and (:state::text is null or a.state = :state)
             and (:kind::text is null or a.kind = :kind)
             and (:account::text is null or a.account_id = :account)
            """,
        statement ->
            new Visible(filter.visible())
                .bindTo(statement)
                .bind("state", orNull(filter.state(), String.class))
                .bind("kind", orNull(filter.kind(), String.class))
                .bind("account", orNull(filter.account(), String.class)),
        this::listed);
  }

  /** Relies on the primary key. */
  @Override
  public Mono<Listed> byId(UUID id, Optional<Set<String>> visible) {
    return new Visible(visible)
        .bindTo(database.sql("select " + COLUMNS + " " + SOURCE + " and a.alert_id = :id"))
        .bind("id", id)
        .map(this::listed)
        .one();
  }

  private Listed listed(Readable row) {
    return new Listed(
        rows.read(row),
        need(row, "account_name", String.class),
        row.get("owner_email", String.class));
  }
}
