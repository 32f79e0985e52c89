package io.holdfast.ingestion.tenants;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.Timers;
import io.holdfast.messaging.retention.KeptFor;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The companies on the platform. One is introduced by its first use; the others are told of each
 * change.
 */
@Component
public class Tenants implements KeptFor {
  private final DatabaseClient database;
  private final Outbox outbox;
  private final Timers timers;
  private final Clock clock;
  private final Set<TenantId> met = ConcurrentHashMap.newKeySet();

  Tenants(DatabaseClient database, Outbox outbox, Timers timers, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.timers = timers;
    this.clock = clock;
  }

  /** Makes sure, inside the tenant's transaction, that it stands in the register. */
  public Mono<Void> introduce(TenantId tenant) {
    return Mono.defer(() -> met.contains(tenant) ? Mono.empty() : register(tenant));
  }

  private Mono<Void> register(TenantId tenant) {
    Tenant usual = Tenant.usual(tenant.value());
    return insert(usual)
        .flatMap(
            inserted ->
                inserted > 0 ? announce(tenant, usual).then(keepFor(tenant)) : remember(tenant));
  }

  /** Only when its row is another transaction's: one that was written in this may yet go. */
  private Mono<Void> remember(TenantId tenant) {
    return database
        .sql("select xmin <> pg_current_xact_id()::xid as committed from tenant")
        .map(row -> Boolean.TRUE.equals(row.get("committed", Boolean.class)))
        .one()
        .filter(committed -> committed)
        .doOnNext(_ -> met.add(tenant))
        .then();
  }

  /** From tomorrow on, what is older goes. */
  private Mono<Void> keepFor(TenantId tenant) {
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    return timers.setIfEarlier(tenant, "retention", "daily", tomorrow, "");
  }

  @Override
  public Mono<Duration> of(TenantId tenant) {
    return current(tenant).map(settings -> Duration.ofDays(settings.retentionDays()));
  }

  /** Tells the others once more what they were told. */
  Mono<Void> tellAgain(TenantId tenant) {
    return current(tenant).flatMap(settings -> announce(tenant, settings));
  }

  public Mono<Tenant> current(TenantId tenant) {
    return introduce(tenant).then(database.sql("select * from tenant").map(Tenants::read).one());
  }

  /** Sets all of a tenant's settings. */
  public Mono<Tenant> set(TenantId tenant, Tenant settings) {
    return insert(settings)
        .then(
            bind(
                    database.sql(
                        """
                        update tenant set name = $2, time_zone = $3, currency = $4, week_start = $5,
                          fiscal_year_start = $6, holidays = $7, retention_days = $8
                         where tenant_id = $1
                        """),
                    settings)
                .then())
        .then(announce(tenant, settings))
        .then(keepFor(tenant))
        .thenReturn(settings);
  }

  private Mono<Long> insert(Tenant tenant) {
    return bind(
            database.sql(
                """
                insert into tenant
                  (tenant_id, name, time_zone, currency, week_start, fiscal_year_start, holidays, retention_days)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (tenant_id) do nothing
                """),
            tenant)
        .fetch()
        .rowsUpdated();
  }

  private static DatabaseClient.GenericExecuteSpec bind(
      DatabaseClient.GenericExecuteSpec sql, Tenant tenant) {
    return sql.bind(0, tenant.tenantId())
        .bind(1, tenant.name())
        .bind(2, tenant.timeZone())
        .bind(3, tenant.currency())
        .bind(4, tenant.weekStart())
        .bind(5, tenant.fiscalYearStart())
        .bind(6, tenant.holidays().toArray(LocalDate[]::new))
        .bind(7, tenant.retentionDays());
  }

  private Mono<Void> announce(TenantId tenant, Tenant settings) {
    return outbox.append(
        new OutgoingMessage(
            "holdfast.tenants",
            tenant,
            null,
            "ingestion.tenant-changed.v1",
            clock.instant(),
            settings,
            Map.of()));
  }

  private static Tenant read(Readable row) {
    return new Tenant(
        text(row, "tenant_id"),
        text(row, "name"),
        text(row, "time_zone"),
        text(row, "currency"),
        text(row, "week_start"),
        Objects.requireNonNull(row.get("fiscal_year_start", Integer.class)),
        List.of(Objects.requireNonNull(row.get("holidays", LocalDate[].class))),
        Objects.requireNonNull(row.get("retention_days", Integer.class)));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
