package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.fit.Company;
import io.holdfast.scoring.fit.FitVerdict;
import io.holdfast.scoring.fit.Newcomer;
import io.holdfast.scoring.fitting.AccountFits;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Component
final class R2dbcAccountFits implements AccountFits {

  private static final TypeReference<Map<String, Object>> TRAITS = new TypeReference<>() {};

  private static final String ACCOUNTS =
      "select account_id, industry, country, employees, traits from account where tenant_id = $1 ";

  private final DatabaseClient database;

  R2dbcAccountFits(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Told> told(TenantId tenant, Collection<String> accounts) {
    return database
        .sql(ACCOUNTS + "and account_id = any($2) order by account_id")
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .map(R2dbcAccountFits::told)
        .all();
  }

  @Override
  public Flux<Told> toldAfter(TenantId tenant, String account, int most) {
    return database
        .sql(ACCOUNTS + "and account_id > $2 order by account_id limit $3")
        .bind(0, tenant.value())
        .bind(1, account)
        .bind(2, most)
        .map(R2dbcAccountFits::told)
        .all();
  }

  @Override
  public Mono<Void> keep(TenantId tenant, int version, List<Checked> checked) {
    if (checked.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into account_fit as f (tenant_id, account_id, version, verdict, score, coverage)
            select $1, account_id, $2, verdict, score::numeric, coverage::numeric
              from unnest($3::text[], $4::text[], $5::text[], $6::text[])
                as n (account_id, verdict, score, coverage)
             order by account_id
            on conflict (tenant_id, account_id) do update
               set version = excluded.version, verdict = excluded.verdict, score = excluded.score,
                   coverage = excluded.coverage
            """)
        .bind(0, tenant.value())
        .bind(1, version)
        .bind(2, texts(checked, Checked::account))
        .bind(3, texts(checked, one -> one.fit().verdict().key()))
        .bind(4, texts(checked, one -> one.fit().score().orElse(null)))
        .bind(5, texts(checked, one -> one.fit().coverage()))
        .then();
  }

  @Override
  public Flux<Newcomer> newcomers(
      TenantId tenant, LocalDate today, int days, Optional<Set<String>> visible) {
    String sql =
        """
        select a.industry, a.country, a.employees, a.traits,
               coalesce(f.verdict, 'unknown') as verdict,
               coalesce(s.churned_on < j.day_zero + :days, false) as left_early
          from account_journey j join account a using (tenant_id, account_id)
               left join standing s using (tenant_id, account_id)
               left join account_fit f using (tenant_id, account_id)
         where j.tenant_id = :tenant and j.day_zero <= :today - :days
        """;
    GenericExecuteSpec statement =
        database
            .sql(visible.isPresent() ? sql + " and account_id = any(:visible)" : sql)
            .bind("tenant", tenant.value())
            .bind("today", today)
            .bind("days", days);
    return visible
        .map(only -> statement.bind("visible", only.toArray(String[]::new)))
        .orElse(statement)
        .map(
            row ->
                new Newcomer(
                    FitVerdict.of(get(row, "verdict", String.class)).orElseThrow(),
                    company(row),
                    get(row, "left_early", Boolean.class)))
        .all();
  }

  private static Told told(Readable row) {
    return new Told(get(row, "account_id", String.class), company(row));
  }

  private static Company company(Readable row) {
    return Company.of(
        row.get("industry", String.class),
        row.get("country", String.class),
        row.get("employees", Long.class),
        Json.read(get(row, "traits", String.class), TRAITS));
  }
}
