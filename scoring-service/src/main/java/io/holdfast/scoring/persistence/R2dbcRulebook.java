package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Rules;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Component
final class R2dbcRulebook implements Rulebook {

  private static final TypeReference<Set<LocalDate>> DATES = new TypeReference<>() {};
  private static final TypeReference<List<LocalDate>> DAYS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Set<String>>> MODULES = new TypeReference<>() {};
  private static final TypeReference<List<String>> EVENTS = new TypeReference<>() {};

  private final DatabaseClient database;

  /** Published models never change, so their reading is kept. */
  private final Map<String, ScoringModel> models = new ConcurrentHashMap<>();

  R2dbcRulebook(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Rules> inForce(TenantId tenant, Instant at) {
    return model(tenant, at).flatMap(model -> rules(tenant, model));
  }

  @Override
  public Mono<Rules> named(TenantId tenant, String model, Instant now) {
    return model(tenant, now)
        .flatMap(
            _ ->
                database
                    .sql(
                        """
                        select body from scoring_model
                         where tenant_id = $1 and key || '-v' || version = $2
                        """)
                    .bind(0, tenant.value())
                    .bind(1, model)
                    .map(row -> model(row))
                    .one())
        .flatMap(found -> rules(tenant, found));
  }

  private Mono<Rules> rules(TenantId tenant, ScoringModel model) {
    return database
        .sql(
            """
            select time_zone, currency, holidays, core_features
              from tenant_settings where tenant_id = $1
            """)
        .bind(0, tenant.value())
        .map(row -> rules(row, model))
        .one()
        .defaultIfEmpty(new Rules(TenantCalendar.UTC, CoreFeatures.NONE, model, null))
        .flatMap(rules -> gaps(tenant).map(rules::with));
  }

  private Mono<List<FleetGap>> gaps(TenantId tenant) {
    return database
        .sql(
            """
            select days, held_from, held_until, expected, silent, state
              from fleet_gap where tenant_id = $1 order by held_from
            """)
        .bind(0, tenant.value())
        .map(R2dbcRulebook::gap)
        .all()
        .collectList();
  }

  private static FleetGap gap(Readable row) {
    return new FleetGap(
        Json.read(get(row, "days", String.class), DAYS),
        get(row, "held_from", Instant.class),
        get(row, "held_until", Instant.class),
        get(row, "expected", Integer.class),
        get(row, "silent", Integer.class),
        FleetGap.State.valueOf(get(row, "state", String.class).toUpperCase(Locale.ROOT)));
  }

  private static Rules rules(Readable row, ScoringModel model) {
    Map<String, Set<String>> features = new TreeMap<>();
    Json.read(get(row, "core_features", String.class), EVENTS)
        .forEach(event -> features.put(event, Set.of(event)));
    return new Rules(
        new TenantCalendar(
            ZoneId.of(get(row, "time_zone", String.class)),
            Json.read(get(row, "holidays", String.class), DATES)),
        new CoreFeatures(features),
        model,
        row.get("currency", String.class));
  }

  private Mono<ScoringModel> model(TenantId tenant, Instant at) {
    return newest(tenant, at)
        .switchIfEmpty(Mono.defer(() -> publishShipped(tenant, at).then(newest(tenant, at))));
  }

  /** The newest version published by then, else the first there is. */
  private Mono<ScoringModel> newest(TenantId tenant, Instant at) {
    return database
        .sql(
            """
            select body from scoring_model
             where tenant_id = $1
             order by published_at <= $2 desc,
                      case when published_at <= $2 then published_at end desc,
                      published_at, version desc
             limit 1
            """)
        .bind(0, tenant.value())
        .bind(1, at)
        .map(row -> model(row))
        .one();
  }

  private ScoringModel model(Readable row) {
    return models.computeIfAbsent(
        get(row, "body", String.class), json -> ModelDocument.parse(json).model());
  }

  private Mono<Void> publishShipped(TenantId tenant, Instant at) {
    return Flux.fromIterable(ShippedModels.all())
        .concatMap(
            shipped ->
                database
                    .sql(
                        """
                        insert into scoring_model
                          (tenant_id, key, version, body, published_at, published_by, reason)
                        values ($1, $2, $3, $4, $5, 'holdfast', 'Shipped with Holdfast')
                        on conflict do nothing
                        """)
                    .bind(0, tenant.value())
                    .bind(1, shipped.model().key())
                    .bind(2, shipped.model().version())
                    .bind(3, shipped.json())
                    .bind(4, at)
                    .then())
        .then();
  }

  @Override
  public Mono<Boolean> settings(TenantId tenant, TenantFacts settings) {
    return database
        .sql(
            """
            insert into tenant_settings (tenant_id, name, time_zone, currency, holidays)
            values ($1, $2, $3, $4, $5)
            on conflict (tenant_id) do update
               set name = excluded.name, time_zone = excluded.time_zone,
                   currency = excluded.currency, holidays = excluded.holidays
             where (tenant_settings.name, tenant_settings.time_zone, tenant_settings.currency, tenant_settings.holidays)
                   is distinct from (excluded.name, excluded.time_zone, excluded.currency, excluded.holidays)
            """)
        .bind(0, tenant.value())
        .bind(1, settings.name())
        .bind(2, settings.timeZone())
        .bind(3, settings.currency())
        .bind(4, Json.write(settings.holidays().stream().sorted().toList()))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  @Override
  public Mono<Boolean> coreFeatures(TenantId tenant, List<String> events) {
    return database
        .sql(
            """
            insert into tenant_settings (tenant_id, core_features) values ($1, $2)
            on conflict (tenant_id) do update set core_features = excluded.core_features
             where tenant_settings.core_features is distinct from excluded.core_features
            """)
        .bind(0, tenant.value())
        .bind(1, Json.write(events))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  @Override
  public Mono<Modules> modules(TenantId tenant) {
    return database
        .sql("select modules from tenant_settings where tenant_id = $1")
        .bind(0, tenant.value())
        .map(row -> new Modules(Json.read(get(row, "modules", String.class), MODULES)))
        .one()
        .defaultIfEmpty(Modules.NONE);
  }

  @Override
  public Mono<Void> modules(TenantId tenant, Modules modules) {
    return database
        .sql(
            """
            insert into tenant_settings (tenant_id, modules) values ($1, $2)
            on conflict (tenant_id) do update set modules = excluded.modules
             where tenant_settings.modules is distinct from excluded.modules
            """)
        .bind(0, tenant.value())
        .bind(1, Json.write(modules.events()))
        .then();
  }
}
