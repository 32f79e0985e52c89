package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.bind;
import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.Standings;
import io.holdfast.scoring.rescoring.Verdict;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcStandings implements Standings {

  private final DatabaseClient database;

  R2dbcStandings(DatabaseClient database) {
    this.database = database;
  }

  private static final String PROFILE =
      """
      select a.account_id, a.name, a.owner_email, a.mrr, a.arr, a.currency,
             s.judged_at, s.score, s.band, s.band_since, s.worse_since
        from account a left join standing s using (tenant_id, account_id)
       where a.tenant_id = $1 and a.account_id = $2
      """;

  @Override
  public Mono<Profile> lock(TenantId tenant, String account) {
    return profile(PROFILE + " for update of a", tenant, account);
  }

  @Override
  public Mono<Profile> find(TenantId tenant, String account) {
    return profile(PROFILE, tenant, account);
  }

  /** Uses the primary keys of account and standing. */
  private Mono<Profile> profile(String sql, TenantId tenant, String account) {
    return database
        .sql(sql)
        .bind(0, tenant.value())
        .bind(1, account)
        .map(R2dbcStandings::profile)
        .one();
  }

  private static Profile profile(Readable row) {
    return new Profile(
        get(row, "account_id", String.class),
        row.get("name", String.class),
        row.get("owner_email", String.class),
        row.get("mrr", BigDecimal.class),
        row.get("arr", BigDecimal.class),
        row.get("currency", String.class),
        standing(row));
  }

  static Standing standing(Readable row) {
    Instant judgedAt = row.get("judged_at", Instant.class);
    if (judgedAt == null) {
      return Standing.NONE;
    }
    return new Standing(
        judgedAt,
        row.get("score", BigDecimal.class),
        new BandState(
            Band.of(get(row, "band", String.class)),
            get(row, "band_since", Instant.class),
            row.get("worse_since", Instant.class)));
  }

  @Override
  public Mono<Void> keep(TenantId tenant, Verdict verdict) {
    Mono<Void> kept = keepStanding(tenant, verdict);
    return verdict.judgement().crossesBand() ? kept.then(keepTransition(tenant, verdict)) : kept;
  }

  private Mono<Void> keepStanding(TenantId tenant, Verdict verdict) {
    Standing standing = verdict.judgement().standing();
    SignalHealth worst = worst(verdict);
    GenericExecuteSpec statement =
        database
            .sql(
                """
                insert into standing
                  (tenant_id, account_id, judged_at, band, band_since, coverage, model, probability,
                   sparkline, band_week_ago, score, worse_since, change_30d, top_signal, top_sentence, churned_on)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                on conflict (tenant_id, account_id) do update
                   set judged_at = excluded.judged_at, band = excluded.band,
                       band_since = excluded.band_since, coverage = excluded.coverage,
                       model = excluded.model, probability = excluded.probability,
                       sparkline = excluded.sparkline,
                       band_week_ago = excluded.band_week_ago, score = excluded.score,
                       worse_since = excluded.worse_since, change_30d = excluded.change_30d,
                       top_signal = excluded.top_signal, top_sentence = excluded.top_sentence,
                       churned_on = excluded.churned_on
                """)
            .bind(0, tenant.value())
            .bind(1, verdict.profile().account())
            .bind(2, verdict.health().at())
            .bind(3, standing.state().band().key())
            .bind(4, standing.state().since())
            .bind(5, verdict.health().coverage())
            .bind(6, verdict.model().id())
            .bind(7, verdict.probability())
            .bind(8, Json.write(verdict.trend().weekly()))
            .bind(9, verdict.trend().weekAgo().key());
    statement = bind(statement, 10, standing.score(), BigDecimal.class);
    statement = bind(statement, 11, standing.state().worseSince(), Instant.class);
    statement = bind(statement, 12, verdict.trend().change30d(), BigDecimal.class);
    statement = bind(statement, 13, worst == null ? null : worst.key(), String.class);
    statement = bind(statement, 14, sentence(worst), String.class);
    return bind(statement, 15, verdict.churnedOn(), LocalDate.class).then();
  }

  private Mono<Void> keepTransition(TenantId tenant, Verdict verdict) {
    GenericExecuteSpec statement =
        database
            .sql(
                """
                insert into band_transition
                  (tenant_id, account_id, at, to_band, model, cause, from_band, score, sentence)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """)
            .bind(0, tenant.value())
            .bind(1, verdict.profile().account())
            .bind(2, verdict.health().at())
            .bind(3, verdict.judgement().state().band().key())
            .bind(4, verdict.model().id())
            .bind(5, verdict.judgement().cause().key());
    String from =
        verdict.judgement().isFirstBand()
            ? null
            : verdict.judgement().before().state().band().key();
    statement = bind(statement, 6, from, String.class);
    statement = bind(statement, 7, verdict.health().score(), BigDecimal.class);
    return bind(statement, 8, sentence(worst(verdict)), String.class).then();
  }

  private static @Nullable SignalHealth worst(Verdict verdict) {
    return verdict.health().reasons().stream().findFirst().orElse(null);
  }

  private static @Nullable String sentence(@Nullable SignalHealth signal) {
    return signal == null ? null : signal.reading().sentence();
  }
}
