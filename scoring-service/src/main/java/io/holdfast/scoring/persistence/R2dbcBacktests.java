package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.bind;
import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.backtest.Plan;
import io.holdfast.scoring.backtest.Report;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.trying.Backtest;
import io.holdfast.scoring.trying.Backtest.State;
import io.holdfast.scoring.trying.Backtest.State.Done;
import io.holdfast.scoring.trying.Backtest.State.Failed;
import io.holdfast.scoring.trying.Backtest.State.Queued;
import io.holdfast.scoring.trying.Backtest.State.Running;
import io.holdfast.scoring.trying.Backtests;
import io.holdfast.scoring.trying.Question;
import io.holdfast.scoring.trying.SegmentBy;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Component
final class R2dbcBacktests implements Backtests {

  private static final TypeReference<Set<LocalDate>> DATES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Set<String>>> FEATURES = new TypeReference<>() {};

  private static final String BACKTESTS =
      """
      select backtest_id, model_id, document, plan, time_zone, holidays, core_features, known_through,
             segment_by, asked_at, asked_by, state, accounts, done, last_account, finished_at, failure, report
        from backtest where tenant_id = $1
      """;

  private final DatabaseClient database;

  R2dbcBacktests(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> add(TenantId tenant, Backtest backtest) {
    Question question = backtest.question();
    SegmentBy by = question.segmentBy();
    return bind(
            database
                .sql(
                    """
                    insert into backtest
                      (tenant_id, backtest_id, model_id, document, plan, time_zone, holidays, core_features,
                       known_through, segment_by, asked_at, asked_by, state)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'queued')
                    """)
                .bind(0, tenant.value())
                .bind(1, backtest.id())
                .bind(2, backtest.model())
                .bind(3, question.document())
                .bind(4, Json.write(question.plan()))
                .bind(5, question.calendar().zone().getId())
                .bind(6, Json.write(question.calendar().holidays().stream().sorted().toList()))
                .bind(7, Json.write(question.features().events()))
                .bind(8, question.knownThrough()),
            9,
            by == null ? null : by.key(),
            String.class)
        .bind(10, backtest.askedAt())
        .bind(11, backtest.askedBy())
        .then()
        .then(move(tenant, backtest.id(), backtest.state()));
  }

  @Override
  public Mono<Backtest> find(TenantId tenant, String model, UUID id) {
    return database
        .sql(BACKTESTS + " and backtest_id = $2 and model_id = $3")
        .bind(0, tenant.value())
        .bind(1, id)
        .bind(2, model)
        .map(row -> backtest(row))
        .one();
  }

  /** Uses the index backtest_of_model. */
  @Override
  public Flux<Backtest> all(TenantId tenant, String model) {
    return database
        .sql(BACKTESTS + " and model_id = $2 order by asked_at desc, backtest_id")
        .bind(0, tenant.value())
        .bind(1, model)
        .map(row -> backtest(row))
        .all();
  }

  /** Uses the index backtest_open. */
  @Override
  public Mono<Integer> open(TenantId tenant) {
    return database
        .sql(
            """
            select count(*)::int as open from backtest
             where tenant_id = $1 and state in ('queued', 'running')
            """)
        .bind(0, tenant.value())
        .map(row -> get(row, "open", Integer.class))
        .one();
  }

  /** Uses the index backtest_open. */
  @Override
  public Mono<Backtest> lockNext(TenantId tenant) {
    return database
        .sql(
            BACKTESTS
                + """
                 and state in ('queued', 'running')
                 order by asked_at, backtest_id limit 1 for update
                """)
        .bind(0, tenant.value())
        .map(row -> backtest(row))
        .one();
  }

  @Override
  public Mono<Void> move(TenantId tenant, UUID id, State state) {
    return switch (state) {
      case Queued _ -> moved(tenant, id, "queued", new Columned(0, 0, null, null, null, null));
      case Running running ->
          moved(
              tenant,
              id,
              "running",
              new Columned(running.accounts(), running.done(), running.last(), null, null, null));
      case Done done ->
          moved(
              tenant,
              id,
              "done",
              new Columned(
                  done.accounts(),
                  done.accounts(),
                  null,
                  done.at(),
                  null,
                  Json.write(done.report())));
      case Failed failed ->
          moved(tenant, id, "failed", new Columned(0, 0, null, failed.at(), failed.why(), null));
    };
  }

  /** A state as its columns. */
  private record Columned(
      int accounts,
      int done,
      @Nullable String last,
      @Nullable Instant finishedAt,
      @Nullable String failure,
      @Nullable String report) {}

  private Mono<Void> moved(TenantId tenant, UUID id, String state, Columned columns) {
    var statement =
        database
            .sql(
                """
                update backtest
                   set state = $3, accounts = $4, done = $5, last_account = $6, finished_at = $7, failure = $8,
                       report = $9
                 where tenant_id = $1 and backtest_id = $2
                """)
            .bind(0, tenant.value())
            .bind(1, id)
            .bind(2, state)
            .bind(3, columns.accounts())
            .bind(4, columns.done());
    statement = bind(statement, 5, columns.last(), String.class);
    statement = bind(statement, 6, columns.finishedAt(), Instant.class);
    statement = bind(statement, 7, columns.failure(), String.class);
    return bind(statement, 8, columns.report(), String.class).then();
  }

  @Override
  public Mono<Void> discard(TenantId tenant, UUID id) {
    return database
        .sql("delete from backtest where tenant_id = $1 and backtest_id = $2")
        .bind(0, tenant.value())
        .bind(1, id)
        .then()
        .then(
            database
                .sql("delete from backtest_account where tenant_id = $1 and backtest_id = $2")
                .bind(0, tenant.value())
                .bind(1, id)
                .then());
  }

  private static Backtest backtest(Readable row) {
    return new Backtest(
        get(row, "backtest_id", UUID.class),
        get(row, "model_id", String.class),
        question(row),
        get(row, "asked_at", Instant.class),
        get(row, "asked_by", String.class),
        state(row));
  }

  private static Question question(Readable row) {
    String by = row.get("segment_by", String.class);
    return new Question(
        get(row, "document", String.class),
        Json.read(get(row, "plan", String.class), Plan.class),
        new TenantCalendar(
            ZoneId.of(get(row, "time_zone", String.class)),
            Json.read(get(row, "holidays", String.class), DATES)),
        new CoreFeatures(Json.read(get(row, "core_features", String.class), FEATURES)),
        get(row, "known_through", Instant.class),
        by == null ? null : SegmentBy.valueOf(by.toUpperCase(Locale.ROOT)));
  }

  private static State state(Readable row) {
    String state = get(row, "state", String.class);
    return switch (state) {
      case "queued" -> new Queued();
      case "running" ->
          new Running(
              get(row, "accounts", Integer.class),
              get(row, "done", Integer.class),
              row.get("last_account", String.class));
      case "done" ->
          new Done(
              get(row, "accounts", Integer.class),
              get(row, "finished_at", Instant.class),
              Json.read(get(row, "report", String.class), Report.class));
      case "failed" ->
          new Failed(get(row, "finished_at", Instant.class), get(row, "failure", String.class));
      default -> throw new IllegalStateException("No backtest is " + state);
    };
  }
}
