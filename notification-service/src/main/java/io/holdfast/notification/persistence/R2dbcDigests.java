package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.messaging.Timers;
import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.delivery.DigestPolicy;
import io.holdfast.notification.play.Step.Role;
import io.holdfast.notification.responding.SendDigest;
import io.holdfast.notification.telling.Digests;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

public final class R2dbcDigests implements Digests {

  private static final String KEY = "all";

  private final DatabaseClient database;
  private final Timers timers;
  private final DigestPolicy policy;
  private final Clock clock;
  private final AlertRows rows;

  public R2dbcDigests(
      DatabaseClient database, Timers timers, DigestPolicy policy, Clock clock, JsonMapper json) {
    this.database = database;
    this.timers = timers;
    this.policy = policy;
    this.clock = clock;
    this.rows = new AlertRows(json);
  }

  @Override
  public Mono<Void> add(TenantId tenant, Alert alert, UUID run, List<Role> to) {
    Instant now = clock.instant();
    return database
        .sql(
            """
            insert into digest_entry (alert_id, run_id, roles, added_at)
            values (:alert, :run, :roles, :now)
            on conflict (tenant_id, alert_id) do nothing
            """)
        .bind("alert", alert.id())
        .bind("run", run)
        .bind("roles", to.stream().map(Role::name).toArray(String[]::new))
        .bind("now", now)
        .then()
        .then(
            database
                .sql("select min(added_at) as first from digest_entry")
                .map(R2dbcDigests::first)
                .one())
        .flatMap(first -> timers.set(tenant, SendDigest.TIMER, KEY, policy.due(first, now), ""));
  }

  @Override
  public Flux<Waiting> take() {
    return database
        .sql(
            "with d as (delete from digest_entry returning alert_id, run_id, roles) select"
                + " d.run_id, d.roles, "
                + AlertRows.COLUMNS
                + " from d join alert a on a.alert_id = d.alert_id where a.state <> 'closed'"
                + " order by a.opened_at, a.alert_id")
        .map(
            row ->
                new Waiting(
                    rows.read(row),
                    need(row, "run_id", UUID.class),
                    roles(need(row, "roles", String[].class))))
        .all();
  }

  private static Instant first(Readable row) {
    return need(row, "first", Instant.class);
  }

  private static List<Role> roles(String[] names) {
    return Arrays.stream(names).map(Role::valueOf).toList();
  }
}
