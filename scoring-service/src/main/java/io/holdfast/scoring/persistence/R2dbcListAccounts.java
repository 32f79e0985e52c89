package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.reporting.AccountSummary;
import io.holdfast.scoring.reporting.AccountSummary.MasterData;
import io.holdfast.scoring.reporting.AccountSummary.Revenue;
import io.holdfast.scoring.reporting.ListAccounts;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Component
final class R2dbcListAccounts implements ListAccounts {

  private static final TypeReference<List<@Nullable BigDecimal>> SCORES = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> IDS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> TRAITS = new TypeReference<>() {};

  /** One tenant's accounts are read whole by primary key; sorting them is cheaper than an index. */
  private static final String ACCOUNTS =
      """
      select a.account_id, coalesce(nullif(a.name, ''), a.account_id) as name, a.industry,
               a.country, a.employees, a.owner_email, a.parent_account_id, a.created_at,
               a.external_ids, a.traits, a.mrr, a.arr, a.currency, a.renews_on,
               s.score, coalesce(s.band, 'unknown') as band, s.coverage, s.change_30d,
               s.sparkline, s.top_signal, s.top_sentence, s.probability, s.churned_on,
               round(s.probability * a.arr, 8) as revenue_at_risk,
               j.stage, j.segment, j.expansion, j.competitor, j.single_threaded,
               coalesce(f.verdict, 'unknown') as fit
          from account a left join standing s using (tenant_id, account_id)
               left join account_journey j using (tenant_id, account_id)
               left join account_fit f using (tenant_id, account_id)
         where a.tenant_id = :tenant
      """;

  /** What has no value stands last, in either direction. */
  private enum Key {
    NAME("lower(name) collate \"C\"", "text", key -> key),
    SCORE("score", "numeric", "-1", "1000", Key::number),
    MRR("mrr", "numeric", "-1", "1e30", Key::number),
    REVENUEATRISK("revenue_at_risk", "numeric", "-1", "1e30", Key::number),
    RENEWSON("renews_on", "date", "'0001-01-01'", "'9999-12-31'", LocalDate::parse);

    private final String ascending;
    private final String descending;
    final String type;
    private final Function<String, Object> read;

    Key(String expression, String type, Function<String, Object> read) {
      this.ascending = expression;
      this.descending = expression;
      this.type = type;
      this.read = read;
    }

    Key(String column, String type, String lowest, String highest, Function<String, Object> read) {
      this.ascending = "coalesce(%s, cast(%s as %s))".formatted(column, highest, type);
      this.descending = "coalesce(%s, cast(%s as %s))".formatted(column, lowest, type);
      this.type = type;
      this.read = read;
    }

    String expression(boolean inDescent) {
      return inDescent ? descending : ascending;
    }

    private static Object number(String key) {
      if (!key.matches("-?\\d{1,40}(\\.\\d{1,40})?")) {
        throw new NumberFormatException(key);
      }
      return new BigDecimal(key);
    }

    /** The cursor's value of the key; a cursor is what we gave, or it is refused. */
    Object read(String key) {
      try {
        return read.apply(key);
      } catch (NumberFormatException | DateTimeParseException _) {
        throw Problem.badRequest(
            "invalid_cursor",
            "'cursor' does not belong to this list and sort; leave it out to start again");
      }
    }
  }

  private final DatabaseClient database;

  R2dbcListAccounts(DatabaseClient database) {
    this.database = database;
  }

  private record Row(AccountSummary account, Position position) {}

  @Override
  public Mono<Page<AccountSummary>> page(TenantId tenant, Wanted wanted, PageQuery query) {
    Key key = Key.valueOf(query.sort().toUpperCase(Locale.ROOT));
    String expression = key.expression(query.descending());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("tenant", tenant.value());
    StringBuilder sql =
        new StringBuilder("select *, cast(" + expression + " as text) as sort_key from (")
            .append(ACCOUNTS)
            .append(") listed where true");
    if (wanted.band() != null) {
      sql.append(" and band = :band and churned_on is null");
      values.put("band", wanted.band().key());
    }
    if (wanted.churned() != null) {
      sql.append(wanted.churned() ? " and churned_on is not null" : " and churned_on is null");
    }
    if (wanted.owner() != null) {
      sql.append(" and lower(owner_email) = lower(:owner)");
      values.put("owner", wanted.owner());
    }
    if (wanted.text() != null) {
      sql.append(" and position(lower(:text) in lower(name || ' ' || account_id)) > 0");
      values.put("text", wanted.text());
    }
    way(wanted.way(), sql, values);
    equal("fit", wanted.fit() == null ? null : wanted.fit().key(), sql, values);
    wanted
        .visible()
        .ifPresent(
            visible -> {
              sql.append(" and account_id = any(:visible)");
              values.put("visible", visible.toArray(String[]::new));
            });
    query
        .after()
        .ifPresent(
            after -> {
              sql.append(
                  " and (%s, account_id collate \"C\") %s (cast(:key as %s), :id)"
                      .formatted(expression, query.descending() ? "<" : ">", key.type));
              values.put("key", key.read(after.key()));
              values.put("id", after.id());
            });
    String direction = query.descending() ? " desc" : " asc";
    sql.append(
        " order by %s%s, account_id collate \"C\"%s".formatted(expression, direction, direction));
    sql.append(" limit ").append(query.limit() + 1);
    GenericExecuteSpec statement = database.sql(sql.toString());
    for (Map.Entry<String, Object> value : values.entrySet()) {
      statement = statement.bind(value.getKey(), value.getValue());
    }
    return statement
        .map(
            row ->
                new Row(
                    summary(row),
                    new Position(
                        get(row, "sort_key", String.class), get(row, "account_id", String.class))))
        .all()
        .collectList()
        .map(rows -> query.page(rows, Row::position))
        .map(page -> new Page<>(page.items().stream().map(Row::account).toList(), page.next()));
  }

  private static void way(Way way, StringBuilder sql, Map<String, Object> values) {
    equal("stage", way.stage() == null ? null : way.stage().key(), sql, values);
    equal("segment", way.segment() == null ? null : way.segment().key(), sql, values);
    equal("expansion", way.expansion() == null ? null : way.expansion().key(), sql, values);
    equal("competitor", way.competitor() == null ? null : way.competitor().key(), sql, values);
    equal("single_threaded", way.singleThreaded(), sql, values);
  }

  private static void equal(
      String column, @Nullable Object value, StringBuilder sql, Map<String, Object> values) {
    if (value != null) {
      sql.append(" and %s = :%s".formatted(column, column));
      values.put(column, value);
    }
  }

  @Override
  public Mono<AccountSummary> one(TenantId tenant, String account) {
    return database
        .sql(ACCOUNTS + " and a.account_id = :account")
        .bind("tenant", tenant.value())
        .bind("account", account)
        .map(R2dbcListAccounts::summary)
        .one();
  }

  private static AccountSummary summary(Readable row) {
    String sparkline = row.get("sparkline", String.class);
    return new AccountSummary(
        master(row),
        new Revenue(
            row.get("mrr", BigDecimal.class),
            row.get("arr", BigDecimal.class),
            row.get("currency", String.class),
            row.get("renews_on", LocalDate.class),
            row.get("revenue_at_risk", BigDecimal.class)),
        row.get("score", BigDecimal.class),
        get(row, "band", String.class),
        row.get("coverage", BigDecimal.class),
        row.get("change_30d", BigDecimal.class),
        Json.read(sparkline == null ? "[]" : sparkline, SCORES),
        row.get("top_signal", String.class),
        row.get("top_sentence", String.class),
        row.get("probability", BigDecimal.class),
        row.get("churned_on", LocalDate.class),
        new AccountSummary.Way(
            row.get("stage", String.class),
            row.get("segment", String.class),
            row.get("expansion", String.class),
            row.get("competitor", String.class),
            row.get("single_threaded", Boolean.class)),
        get(row, "fit", String.class));
  }

  private static MasterData master(Readable row) {
    return new MasterData(
        get(row, "account_id", String.class),
        get(row, "name", String.class),
        row.get("industry", String.class),
        row.get("country", String.class),
        row.get("employees", Long.class),
        row.get("owner_email", String.class),
        row.get("parent_account_id", String.class),
        row.get("created_at", Instant.class),
        Json.read(get(row, "external_ids", String.class), IDS),
        Json.read(get(row, "traits", String.class), TRAITS));
  }
}
