package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.picture.FleetDay;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.rescoring.Fleet;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcFleet implements Fleet {

  private static final String WATCHED =
      "select watched_through, watched_at from fleet_watch where tenant_id = $1";

  private final DatabaseClient database;

  R2dbcFleet(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Watched> watched(TenantId tenant) {
    return read(tenant, WATCHED).defaultIfEmpty(Watched.NEVER);
  }

  @Override
  public Mono<Watched> lock(TenantId tenant) {
    return database
        .sql(
            """
            insert into fleet_watch (tenant_id, watched_through, watched_at) values ($1, $2, $3)
            on conflict do nothing
            """)
        .bind(0, tenant.value())
        .bind(1, Watched.NEVER.through())
        .bind(2, Watched.NEVER.at())
        .then()
        .then(read(tenant, WATCHED + " for update"));
  }

  private Mono<Watched> read(TenantId tenant, String sql) {
    return database
        .sql(sql)
        .bind(0, tenant.value())
        .map(
            row ->
                new Watched(
                    get(row, "watched_through", LocalDate.class),
                    get(row, "watched_at", Instant.class)))
        .one();
  }

  /** Looks up one entry of the primary key of all use for each account, day and week before. */
  @Override
  public Flux<FleetDay> use(TenantId tenant, Collection<LocalDate> days, ZoneId zone) {
    return database
        .sql(
            """
            with expected as (
              select d.day, a.account_id
                from unnest($2::text[]::date[]) as d (day),
                     account a left join standing s using (tenant_id, account_id)
               where a.tenant_id = $1 and s.churned_on is null
                 and (select count(*)
                        from generate_series(1, $4) as w (week)
                       where exists (
                         select from use_of_product u
                          where u.tenant_id = $1 and u.account_id = a.account_id
                            and u.happened_at >= (d.day - 7 * w.week)::timestamp at time zone $3
                            and u.happened_at < (d.day - 7 * w.week + 1)::timestamp at time zone $3)) >= $5)
            select e.day, count(*)::int as expected,
                   (count(*) filter (where not exists (
                     select from use_of_product u
                      where u.tenant_id = $1 and u.account_id = e.account_id
                        and u.happened_at >= e.day::timestamp at time zone $3
                        and u.happened_at < (e.day + 1)::timestamp at time zone $3)))::int as silent
              from expected e group by e.day
            """)
        .bind(0, tenant.value())
        .bind(1, texts(days, day -> day))
        .bind(2, zone.getId())
        .bind(3, FleetDay.WEEKS)
        .bind(4, FleetDay.MOST_WEEKS)
        .map(
            row ->
                new FleetDay(
                    get(row, "day", LocalDate.class),
                    get(row, "expected", Integer.class),
                    get(row, "silent", Integer.class)))
        .all();
  }

  @Override
  public Mono<Void> keep(TenantId tenant, Watched watched, List<FleetGap> gaps) {
    return database
        .sql(
            """
            insert into fleet_watch (tenant_id, watched_through, watched_at) values ($1, $2, $3)
            on conflict (tenant_id) do update
               set watched_through = excluded.watched_through, watched_at = excluded.watched_at
            """)
        .bind(0, tenant.value())
        .bind(1, watched.through())
        .bind(2, watched.at())
        .then()
        .thenMany(Flux.fromIterable(gaps))
        .concatMap(gap -> keep(tenant, gap))
        .then();
  }

  private Mono<Void> keep(TenantId tenant, FleetGap gap) {
    return database
        .sql(
            """
            insert into fleet_gap (tenant_id, held_from, held_until, days, expected, silent, state)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, held_from) do update
               set held_until = excluded.held_until, days = excluded.days, expected = excluded.expected,
                   silent = excluded.silent, state = excluded.state
            """)
        .bind(0, tenant.value())
        .bind(1, gap.heldFrom())
        .bind(2, gap.heldUntil())
        .bind(3, Json.write(gap.days()))
        .bind(4, gap.expected())
        .bind(5, gap.silent())
        .bind(6, gap.state().name().toLowerCase(Locale.ROOT))
        .then();
  }
}
