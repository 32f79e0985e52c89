package io.holdfast.messaging.merging;

import io.holdfast.messaging.generation.Generations;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The table {@code merged_subject}, inside transactions of a tenant. A service that handles
 * messages as they come resolves by it what they are about; that of a {@code Mergeable} need not.
 */
public final class MergedSubjects {
  private final DatabaseClient database;
  private final Generations generations;

  MergedSubjects(DatabaseClient database, Generations generations) {
    this.database = database;
    this.generations = generations;
  }

  /** Nobody handles a message of the tenant, or asks what is known, until the transaction ends. */
  public Mono<Void> alone(TenantId tenant) {
    return generations.take(database, tenant).then();
  }

  /**
   * What those of the subjects are now that are not themselves any more. Stays so until the
   * transaction ends.
   */
  public Mono<Map<String, String>> known(TenantId tenant, Collection<String> subjects) {
    return generations
        .share(database, tenant)
        .flatMap(held -> held.merged() ? among(tenant, subjects) : Mono.just(Map.of()));
  }

  /**
   * From now on the one is the other, or what that is by now, whatever the order in which merges
   * are heard of. Whoever says so is {@link #alone}.
   *
   * @return what it is; nothing when that is known already, or it would be itself
   */
  public Mono<String> merge(TenantId tenant, String from, String into) {
    return into(tenant, into)
        .defaultIfEmpty(into)
        .filter(last -> !last.equals(from))
        .flatMap(
            last ->
                added(tenant, from, last)
                    .filter(added -> added)
                    .flatMap(
                        _ ->
                            follow(tenant, from, last)
                                .then(Mono.defer(() -> generations.merged(database, tenant)))
                                .thenReturn(last)));
  }

  private Mono<Boolean> added(TenantId tenant, String from, String into) {
    return database
        .sql(
            """
            insert into merged_subject (tenant_id, subject, into_subject) values ($1, $2, $3)
            on conflict do nothing
            """)
        .bind(0, tenant.value())
        .bind(1, from)
        .bind(2, into)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows > 0);
  }

  private Mono<Void> follow(TenantId tenant, String from, String into) {
    return database
        .sql(
            """
            update merged_subject set into_subject = $3 where tenant_id = $1 and into_subject = $2
            """) // merged_subject_into
        .bind(0, tenant.value())
        .bind(1, from)
        .bind(2, into)
        .then();
  }

  /** What a subject is now; nothing while it is itself. */
  public Mono<String> into(TenantId tenant, String subject) {
    return database
        .sql("select into_subject from merged_subject where tenant_id = $1 and subject = $2")
        .bind(0, tenant.value())
        .bind(1, subject)
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .one();
  }

  /** What those of the subjects are now that are not themselves any more. */
  public Mono<Map<String, String>> among(TenantId tenant, Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return Mono.just(Map.of());
    }
    return database
        .sql(
            """
            select subject, into_subject from merged_subject where tenant_id = $1 and subject = any($2::text[])
            """) // merged_subject_pkey
        .bind(0, tenant.value())
        .bind(1, subjects.toArray(String[]::new))
        .map(
            row ->
                Map.entry(
                    Objects.requireNonNull(row.get(0, String.class)),
                    Objects.requireNonNull(row.get(1, String.class))))
        .all()
        .collect(HashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
  }
}
