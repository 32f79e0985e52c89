package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.journey.Worth;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.Standings;
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

@Component
final class R2dbcStandings implements Standings {

  /** What {@link #profile} reads, of account {@code a} and standing {@code s}. */
  static final String PROFILE =
      """
      select a.account_id, a.name, a.owner_email, a.mrr, a.arr, a.currency, a.renews_on,
             s.judged_at, s.score, s.band, s.band_since, s.band_since_or_earlier, s.worse_since
      """;

  private static final String PROFILES =
      PROFILE
          + """
            from account a left join standing s using (tenant_id, account_id)
           where a.tenant_id = $1 and a.account_id = any($2)
           order by a.account_id
          """;

  private final DatabaseClient database;

  R2dbcStandings(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Profile> lock(TenantId tenant, Collection<String> accounts) {
    return profiles(PROFILES + " for update of a", tenant, accounts);
  }

  @Override
  public Flux<Profile> lockFree(TenantId tenant, Collection<String> accounts) {
    return profiles(PROFILES + " for update of a skip locked", tenant, accounts);
  }

  @Override
  public Mono<Profile> find(TenantId tenant, String account) {
    return profiles(PROFILES, tenant, List.of(account)).next();
  }

  /** Uses the primary keys of account and standing. */
  private Flux<Profile> profiles(String sql, TenantId tenant, Collection<String> accounts) {
    return database
        .sql(sql)
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .map(R2dbcStandings::profile)
        .all();
  }

  static Profile profile(Readable row) {
    return new Profile(
        get(row, "account_id", String.class),
        row.get("name", String.class),
        row.get("owner_email", String.class),
        row.get("mrr", BigDecimal.class),
        row.get("arr", BigDecimal.class),
        row.get("currency", String.class),
        new Worth(row.get("renews_on", LocalDate.class)),
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
            row.get("worse_since", Instant.class),
            get(row, "band_since_or_earlier", Boolean.class)));
  }

  @Override
  public Mono<Void> keep(TenantId tenant, List<Verdict> verdicts) {
    List<Verdict> crossing =
        verdicts.stream().filter(verdict -> verdict.judgement().crossesBand()).toList();
    return keepStandings(tenant, verdicts).then(keepTransitions(tenant, crossing));
  }

  private Mono<Void> keepStandings(TenantId tenant, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into standing
              (tenant_id, account_id, judged_at, score, band, band_since, worse_since, coverage, model,
               probability, change_30d, sparkline, band_week_ago, top_signal, top_sentence, churned_on,
               band_since_or_earlier)
            select $1, account_id, judged_at::timestamptz, score::numeric, band,
                   band_since::timestamptz, worse_since::timestamptz, coverage::numeric, model,
                   probability::numeric, change_30d::numeric, sparkline, band_week_ago, top_signal,
                   top_sentence, churned_on::date, band_since_or_earlier::boolean
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                          $14::text[], $15::text[], $16::text[], $17::text[])
                as n (account_id, judged_at, score, band, band_since, worse_since, coverage, model,
                      probability, change_30d, sparkline, band_week_ago, top_signal, top_sentence,
                      churned_on, band_since_or_earlier)
            on conflict (tenant_id, account_id) do update
               set judged_at = excluded.judged_at, score = excluded.score, band = excluded.band,
                   band_since = excluded.band_since,
                   band_since_or_earlier = excluded.band_since_or_earlier, worse_since = excluded.worse_since,
                   coverage = excluded.coverage, model = excluded.model,
                   probability = excluded.probability, change_30d = excluded.change_30d,
                   sparkline = excluded.sparkline, band_week_ago = excluded.band_week_ago,
                   top_signal = excluded.top_signal, top_sentence = excluded.top_sentence,
                   churned_on = excluded.churned_on
            """)
        .bind(0, tenant.value())
        .bind(1, texts(verdicts, verdict -> verdict.profile().account()))
        .bind(2, texts(verdicts, verdict -> verdict.health().at()))
        .bind(3, texts(verdicts, verdict -> verdict.health().score()))
        .bind(4, texts(verdicts, verdict -> verdict.judgement().state().band().key()))
        .bind(5, texts(verdicts, verdict -> verdict.judgement().state().since()))
        .bind(6, texts(verdicts, verdict -> verdict.judgement().state().worseSince()))
        .bind(7, texts(verdicts, verdict -> verdict.health().coverage()))
        .bind(8, texts(verdicts, verdict -> verdict.model().id()))
        .bind(9, texts(verdicts, Verdict::probability))
        .bind(10, texts(verdicts, verdict -> verdict.trend().change30d()))
        .bind(11, texts(verdicts, verdict -> Json.write(verdict.trend().weekly())))
        .bind(12, texts(verdicts, verdict -> verdict.trend().weekAgo().key()))
        .bind(13, texts(verdicts, verdict -> key(worst(verdict))))
        .bind(14, texts(verdicts, verdict -> sentence(worst(verdict))))
        .bind(15, texts(verdicts, Verdict::churnedOn))
        .bind(16, texts(verdicts, verdict -> verdict.judgement().state().orEarlier()))
        .then();
  }

  private Mono<Void> keepTransitions(TenantId tenant, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into band_transition
              (tenant_id, account_id, at, from_band, to_band, score, model, cause, sentence)
            select $1, account_id, at::timestamptz, from_band, to_band, score::numeric, model, cause,
                   sentence
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[])
                as n (account_id, at, from_band, to_band, score, model, cause, sentence)
            """)
        .bind(0, tenant.value())
        .bind(1, texts(verdicts, verdict -> verdict.profile().account()))
        .bind(2, texts(verdicts, verdict -> verdict.health().at()))
        .bind(3, texts(verdicts, verdict -> from(verdict.judgement())))
        .bind(4, texts(verdicts, verdict -> verdict.judgement().state().band().key()))
        .bind(5, texts(verdicts, verdict -> verdict.health().score()))
        .bind(6, texts(verdicts, verdict -> verdict.model().id()))
        .bind(7, texts(verdicts, verdict -> verdict.judgement().cause().key()))
        .bind(8, texts(verdicts, verdict -> sentence(worst(verdict))))
        .then();
  }

  private static @Nullable String from(Judgement judgement) {
    return judgement.isFirstBand() ? null : judgement.before().state().band().key();
  }

  private static @Nullable String key(@Nullable SignalHealth signal) {
    return signal == null ? null : signal.key();
  }

  private static @Nullable SignalHealth worst(Verdict verdict) {
    return verdict.health().reasons().stream().findFirst().orElse(null);
  }

  private static @Nullable String sentence(@Nullable SignalHealth signal) {
    return signal == null ? null : signal.reading().sentence();
  }
}
