package io.holdfast.ingestion.feeding;

import io.holdfast.ingestion.feeding.Feed.Part;
import io.holdfast.tenancy.TenantId;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code feed}, inside transactions of a tenant. */
@Component
final class Feeds {
  private final DatabaseClient database;

  Feeds(DatabaseClient database) {
    this.database = database;
  }

  /** From the beginning, whatever was fed before. */
  Mono<Void> begin(TenantId tenant, String service, int generation) {
    return keep(tenant, new Feed(service, generation, Part.ACCOUNTS, null, 0));
  }

  Mono<Feed> lock(TenantId tenant, String service) {
    return database
        .sql("select * from feed where tenant_id = $1 and service = $2 for update")
        .bind(0, tenant.value())
        .bind(1, service)
        .map(
            row ->
                new Feed(
                    service,
                    Objects.requireNonNull(row.get("generation", Integer.class)),
                    Part.valueOf(
                        Objects.requireNonNull(row.get("part", String.class))
                            .toUpperCase(Locale.ROOT)),
                    row.get("after", String.class),
                    Objects.requireNonNull(row.get("fed", Long.class))))
        .one();
  }

  Mono<Void> keep(TenantId tenant, Feed feed) {
    var statement =
        database
            .sql(
                """
                insert into feed (tenant_id, service, generation, part, fed, after)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (tenant_id, service) do update
                   set generation = excluded.generation, part = excluded.part, fed = excluded.fed,
                       after = excluded.after
                """)
            .bind(0, tenant.value())
            .bind(1, feed.service())
            .bind(2, feed.generation())
            .bind(3, feed.part().word())
            .bind(4, feed.fed());
    String after = feed.after();
    return (after == null ? statement.bindNull(5, String.class) : statement.bind(5, after)).then();
  }
}
