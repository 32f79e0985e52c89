package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.fit.FitProfile;
import io.holdfast.scoring.fitting.FitProfiles;
import io.holdfast.scoring.fitting.FitVersion;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcFitProfiles implements FitProfiles {

  private static final String VERSIONS =
      "select version, body, published_at, published_by, reason from fit_profile where tenant_id ="
          + " $1 ";

  private final DatabaseClient database;

  R2dbcFitProfiles(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<FitVersion> inForce(TenantId tenant) {
    return database
        .sql(VERSIONS + "order by version desc limit 1")
        .bind(0, tenant.value())
        .map(R2dbcFitProfiles::version)
        .one();
  }

  @Override
  public Mono<FitVersion> held(TenantId tenant) {
    return lock("pg_advisory_xact_lock_shared", tenant).then(Mono.defer(() -> inForce(tenant)));
  }

  @Override
  public Mono<FitVersion> find(TenantId tenant, int version) {
    return database
        .sql(VERSIONS + "and version = $2")
        .bind(0, tenant.value())
        .bind(1, version)
        .map(R2dbcFitProfiles::version)
        .one();
  }

  @Override
  public Flux<FitVersion> all(TenantId tenant) {
    return database
        .sql(VERSIONS + "order by version desc")
        .bind(0, tenant.value())
        .map(R2dbcFitProfiles::version)
        .all();
  }

  @Override
  public Mono<Integer> next(TenantId tenant) {
    return lock("pg_advisory_xact_lock", tenant)
        .then(
            database
                .sql(
                    "select coalesce(max(version), 0) + 1 as next from fit_profile where tenant_id"
                        + " = $1")
                .bind(0, tenant.value())
                .map(row -> get(row, "next", Integer.class))
                .one());
  }

  private Mono<Void> lock(String how, TenantId tenant) {
    return database
        .sql("select %s(hashtextextended('fit-profile|' || $1, 0))".formatted(how))
        .bind(0, tenant.value())
        .then();
  }

  @Override
  public Mono<Void> add(TenantId tenant, FitVersion version) {
    return database
        .sql(
            """
            insert into fit_profile (tenant_id, version, body, published_at, published_by, reason)
            values ($1, $2, $3, $4, $5, $6)
            """)
        .bind(0, tenant.value())
        .bind(1, version.version())
        .bind(2, version.document())
        .bind(3, version.at())
        .bind(4, version.by())
        .bind(5, version.reason())
        .then();
  }

  private static FitVersion version(Readable row) {
    String document = get(row, "body", String.class);
    return new FitVersion(
        get(row, "version", Integer.class),
        profile(document),
        document,
        get(row, "published_at", Instant.class),
        get(row, "published_by", String.class),
        get(row, "reason", String.class));
  }

  private static FitProfile profile(String document) {
    Pointed place = new Pointed(Json.tree(document), "", new ArrayList<>());
    return FitProfileReader.read(place)
        .orElseThrow(
            () ->
                new IllegalStateException("A published profile cannot be read: " + place.faults()));
  }
}
