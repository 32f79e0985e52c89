package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.journey.Stage;
import io.holdfast.scoring.reporting.StageRecords;
import io.holdfast.scoring.rescoring.Journeys;
import io.holdfast.scoring.rescoring.Verdict;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Component
final class R2dbcJourneys implements Journeys, StageRecords {

  private static final TypeReference<List<Reached>> REACHED = new TypeReference<>() {};

  private final DatabaseClient database;

  R2dbcJourneys(DatabaseClient database) {
    this.database = database;
  }

  /** Uses the primary key. */
  @Override
  public Flux<Followed> of(TenantId tenant, Collection<String> accounts) {
    return database
        .sql(
            """
            select account_id, stage, stage_since, doubted_since, begins, reached, looked_back, day_90, day_90_told
              from account_journey where tenant_id = $1 and account_id = any($2)
            """)
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .map(row -> new Followed(get(row, "account_id", String.class), state(row)))
        .all();
  }

  private static JourneyState state(Readable row) {
    return new JourneyState(
        stage(get(row, "stage", String.class)),
        get(row, "stage_since", Instant.class),
        row.get("doubted_since", Instant.class),
        get(row, "begins", LocalDate.class),
        Json.read(get(row, "reached", String.class), REACHED),
        get(row, "looked_back", Boolean.class),
        row.get("day_90", BigDecimal.class),
        get(row, "day_90_told", Boolean.class));
  }

  private static Stage stage(String key) {
    return Stage.of(key).orElseThrow(() -> new IllegalStateException("Not a stage: " + key));
  }

  /** Uses the primary key. */
  @Override
  public Flux<StageRecord> of(TenantId tenant, String account, Instant to) {
    return database
        .sql(
            """
            select at, from_stage, to_stage from stage_transition
             where tenant_id = $1 and account_id = $2 and at <= $3
             order by at, id
            """)
        .bind(0, tenant.value())
        .bind(1, account)
        .bind(2, to)
        .map(
            row ->
                new StageRecord(
                    get(row, "at", Instant.class),
                    nullable(row.get("from_stage", String.class)),
                    stage(get(row, "to_stage", String.class))))
        .all();
  }

  private static @Nullable Stage nullable(@Nullable String key) {
    return key == null ? null : stage(key);
  }

  @Override
  public Mono<Void> keep(TenantId tenant, List<Verdict> verdicts) {
    List<Verdict> entering =
        verdicts.stream().filter(verdict -> verdict.progress().changesStage()).toList();
    return keepStates(tenant, verdicts).then(keepTransitions(tenant, entering));
  }

  private Mono<Void> keepStates(TenantId tenant, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into account_journey as j
              (tenant_id, account_id, stage, stage_since, doubted_since, begins, day_zero, reached, looked_back,
               day_90, day_90_told, segment, single_threaded, expansion, competitor)
            select $1, account_id, stage, stage_since::timestamptz, doubted_since::timestamptz, begins::date,
                   day_zero::date, reached, looked_back::boolean, day_90::numeric, day_90_told::boolean, segment,
                   single_threaded::boolean, expansion, competitor
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                          $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])
                as n (account_id, stage, stage_since, doubted_since, begins, day_zero, reached, looked_back,
                      day_90, day_90_told, segment, single_threaded, expansion, competitor)
            on conflict (tenant_id, account_id) do update
               set stage = excluded.stage, stage_since = excluded.stage_since, doubted_since = excluded.doubted_since,
                   begins = excluded.begins, day_zero = excluded.day_zero, reached = excluded.reached,
                   looked_back = excluded.looked_back, day_90 = excluded.day_90, day_90_told = excluded.day_90_told,
                   segment = excluded.segment, single_threaded = excluded.single_threaded,
                   expansion = excluded.expansion, competitor = excluded.competitor
             where (j.stage, j.stage_since, j.doubted_since, j.begins, j.day_zero, j.reached, j.looked_back, j.day_90,
                    j.day_90_told, j.segment, j.single_threaded, j.expansion, j.competitor)
                   is distinct from
                   (excluded.stage, excluded.stage_since, excluded.doubted_since, excluded.begins, excluded.day_zero,
                    excluded.reached, excluded.looked_back, excluded.day_90, excluded.day_90_told, excluded.segment,
                    excluded.single_threaded, excluded.expansion, excluded.competitor)
            """)
        .bind(0, tenant.value())
        .bind(1, texts(verdicts, verdict -> verdict.profile().account()))
        .bind(2, texts(verdicts, verdict -> key(verdict.progress().after().stage())))
        .bind(3, texts(verdicts, verdict -> verdict.progress().after().since()))
        .bind(4, texts(verdicts, verdict -> verdict.progress().after().doubtedSince()))
        .bind(5, texts(verdicts, verdict -> verdict.progress().after().begins()))
        .bind(6, texts(verdicts, verdict -> verdict.progress().findings().dayZero()))
        .bind(7, texts(verdicts, verdict -> Json.write(verdict.progress().after().reached())))
        .bind(8, texts(verdicts, verdict -> verdict.progress().after().lookedBack()))
        .bind(9, texts(verdicts, verdict -> verdict.progress().after().day90()))
        .bind(10, texts(verdicts, verdict -> verdict.progress().after().day90Told()))
        .bind(11, texts(verdicts, verdict -> verdict.progress().segmented().segment().key()))
        .bind(
            12,
            texts(
                verdicts, verdict -> verdict.progress().findings().stakeholders().singleThreaded()))
        .bind(13, texts(verdicts, verdict -> verdict.progress().expansion().state().key()))
        .bind(
            14,
            texts(verdicts, verdict -> verdict.progress().findings().competitors().state().key()))
        .then();
  }

  private Mono<Void> keepTransitions(TenantId tenant, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into stage_transition (tenant_id, account_id, at, from_stage, to_stage)
            select $1, account_id, at::timestamptz, from_stage, to_stage
              from unnest($2::text[], $3::text[], $4::text[], $5::text[])
                as n (account_id, at, from_stage, to_stage)
            """)
        .bind(0, tenant.value())
        .bind(1, texts(verdicts, verdict -> verdict.profile().account()))
        .bind(2, texts(verdicts, verdict -> verdict.progress().after().since()))
        .bind(3, texts(verdicts, verdict -> key(verdict.progress().before().stage())))
        .bind(4, texts(verdicts, verdict -> key(verdict.progress().after().stage())))
        .then();
  }

  private static @Nullable String key(@Nullable Stage stage) {
    return stage == null ? null : stage.key();
  }
}
