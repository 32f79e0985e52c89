package io.holdfast.metrics.persistence;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.Correction;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.reporting.MovementLists;
import io.holdfast.metrics.reporting.VisibleAccounts;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import java.time.YearMonth;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Pages through movements by the keys they are sorted by. */
public final class R2dbcMovementLists implements MovementLists {

  private final DatabaseClient database;

  public R2dbcMovementLists(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Boolean> isKnown(AccountId account) {
    return database
        .sql("select 1 from account where account_id = $1")
        .bind(0, account.value())
        .fetch()
        .first()
        .hasElement();
  }

  /** Uses the indexes movement_day and closed_movement_day. */
  @Override
  public Mono<Page<Named>> between(Days days, VisibleAccounts visible, PageQuery query) {
    boolean byAmount = query.sort().equals("amount");
    String key = byAmount ? "abs(m.amount)" : "m.on_day";
    String type = byAmount ? "numeric" : "date";
    String id = "m.account_id || '|' || m.on_day || '|' || m.kind || m.concerns";
    String order = query.descending() ? "desc" : "asc";
    String beyond = query.descending() ? "<" : ">";
    GenericExecuteSpec sql =
        database
            .sql(
                """
                select m.*, a.name from reported_movement m left join account a
                       on a.tenant_id = m.tenant_id and a.account_id = m.account_id
                 where m.on_day between $1 and $2
                   and ($3::text is null or (%s, %s) %s ($3::%s, $4))
                   and %s
                 order by %s %s, %s %s limit $5
                """
                    .formatted(
                        key,
                        id,
                        beyond,
                        type,
                        Parameters.visible("m.account_id", 6),
                        key,
                        order,
                        id,
                        order))
            .bind(0, days.first())
            .bind(1, days.last())
            .bind(4, query.limit() + 1);
    return Parameters.bind(after(sql, 2, query), 5, visible)
        .map(
            row ->
                new Named(
                    MovementRows.movement(row), new Columns(row).optional("name", String.class)))
        .all()
        .collectList()
        .map(rows -> query.page(rows, named -> position(named.entry(), byAmount)));
  }

  @Override
  public Mono<List<ReasonedChurn>> churn(Days days, VisibleAccounts visible) {
    GenericExecuteSpec sql =
        database
            .sql(
                """
                select churn_kind, reason, count(distinct account_id) as accounts, sum(amount) as amount
                  from reported_movement
                 where kind = 'CHURN' and on_day between $1 and $2
                   and %s
                 group by churn_kind, reason
                 order by sum(amount), churn_kind, reason
                """
                    .formatted(Parameters.visible("account_id", 3)))
            .bind(0, days.first())
            .bind(1, days.last());
    return Parameters.bind(sql, 2, visible)
        .map(
            row -> {
              Columns of = new Columns(row);
              return new ReasonedChurn(
                  ChurnKind.valueOf(of.text("churn_kind")),
                  of.optional("reason", String.class),
                  of.required("accounts", Long.class).intValue(),
                  new Amount(of.number("amount")));
            })
        .all()
        .collectList();
  }

  private static GenericExecuteSpec after(GenericExecuteSpec sql, int index, PageQuery query) {
    return query
        .after()
        .map(last -> sql.bind(index, last.key()).bind(index + 1, last.id()))
        .orElseGet(() -> sql.bindNull(index, String.class).bindNull(index + 1, String.class));
  }

  private static String id(Movement movement) {
    Correction correction = movement.corrects();
    YearMonth concerns = correction == null ? YearMonth.from(movement.on()) : correction.period();
    return movement.kind().name() + concerns.atDay(1);
  }

  private static Position position(AccountMovement entry, boolean byAmount) {
    Movement movement = entry.movement();
    String key =
        byAmount ? movement.amount().value().abs().toPlainString() : movement.on().toString();
    return new Position(key, entry.account() + "|" + movement.on() + "|" + id(movement));
  }
}
