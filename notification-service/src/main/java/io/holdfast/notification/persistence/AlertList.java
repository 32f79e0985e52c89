package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.persistence.Keyset.Column;
import io.holdfast.tenancy.PageQuery;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as people look at them: newest first, filtered, with the account's name. */
public final class AlertList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of(
              "at", new Column("a.opened_at", "timestamptz"),
              "account", new Column("a.account_id", "text")),
          "a.alert_id",
          "uuid");

  private static final String SELECT =
      "select "
          + AlertRows.COLUMNS
          + """
          , coalesce(c.name, a.account_id) as account_name, c.owner_email
          from alert a
          left join account c on c.tenant_id = a.tenant_id and c.account_id = a.account_id
          where (:visible::text[] is null or a.account_id = any(:visible))
          """;

  private final DatabaseClient database;
  private final AlertRows rows;

  public AlertList(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.rows = new AlertRows(json);
  }

  /** One alert with what people want to see beside it. */
  public record Listed(Alert alert, String accountName, @Nullable String owner) {}

  /**
   * What to show.
   *
   * @param state a state, or null for all
   * @param visible accounts the caller may see; empty means all
   */
  public record Filter(
      @Nullable String state,
      @Nullable String kind,
      @Nullable String account,
      Optional<Set<String>> visible) {}

  /** Relies on alert_by_time for the usual order. */
  public Flux<Listed> page(PageQuery page, Filter filter) {
    String sql =
        SELECT
            + """
             and (:state::text is null or a.state = :state)
             and (:kind::text is null or a.kind = :kind)
             and (:account::text is null or a.account_id = :account)
            """
            + PAGES.tail(page);
    return PAGES
        .bind(
            database
                .sql(sql)
                .bind("visible", visible(filter.visible()))
                .bind("state", orNull(filter.state(), String.class))
                .bind("kind", orNull(filter.kind(), String.class))
                .bind("account", orNull(filter.account(), String.class)),
            page)
        .map(this::listed)
        .all();
  }

  public Mono<Listed> byId(UUID id, Optional<Set<String>> visible) {
    return database
        .sql(SELECT + " and a.alert_id = :id")
        .bind("visible", visible(visible))
        .bind("id", id)
        .map(this::listed)
        .one();
  }

  static Object visible(Optional<Set<String>> accounts) {
    return orNull(accounts.map(set -> set.toArray(String[]::new)).orElse(null), String[].class);
  }

  private Listed listed(Readable row) {
    return new Listed(
        rows.read(row),
        need(row, "account_name", String.class),
        row.get("owner_email", String.class));
  }
}
