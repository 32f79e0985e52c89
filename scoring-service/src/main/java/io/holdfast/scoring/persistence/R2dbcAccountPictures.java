package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcAccountPictures implements AccountPictures {

  private final DatabaseClient database;

  R2dbcAccountPictures(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<AccountPicture> of(TenantId tenant, String account, Instant since) {
    return uses(tenant, account, since)
        .flatMap(uses -> facts(tenant, account).map(facts -> new AccountPicture(uses, facts)));
  }

  /** Each part uses the primary key, in its order. */
  private Mono<List<Use>> uses(TenantId tenant, String account, Instant since) {
    return database
        .sql(
            """
            select happened_at, known_at, assumed, person, event, count
              from use_of_product
             where tenant_id = $1 and account_id = $2 and happened_at >= $3
            union all
            (select happened_at, known_at, assumed, person, event, count
               from use_of_product
              where tenant_id = $1 and account_id = $2 and happened_at < $3
              order by happened_at limit 1)
            union all
            (select happened_at, known_at, assumed, person, event, count
               from use_of_product
              where tenant_id = $1 and account_id = $2 and happened_at < $3 and person is not null
              order by happened_at limit 1)
            """)
        .bind(0, tenant.value())
        .bind(1, account)
        .bind(2, since)
        .map(R2dbcAccountPictures::use)
        .all()
        .collectList();
  }

  private static Use use(Readable row) {
    return new Use(
        get(row, "happened_at", Instant.class),
        get(row, "known_at", Instant.class),
        get(row, "assumed", Boolean.class),
        row.get("person", String.class),
        get(row, "event", String.class),
        get(row, "count", Integer.class));
  }

  /** Uses the primary key. */
  private Mono<List<Recorded>> facts(TenantId tenant, String account) {
    return database
        .sql(
            """
            select kind, fact_key, recorded_at, received_at, assumed, body
              from fact
             where tenant_id = $1 and account_id = $2
            """)
        .bind(0, tenant.value())
        .bind(1, account)
        .map(R2dbcAccountPictures::fact)
        .all()
        .collectList();
  }

  private static Recorded fact(Readable row) {
    return new Recorded(
        get(row, "fact_key", String.class),
        FactBodies.read(get(row, "kind", String.class), get(row, "body", String.class)),
        new Knowledge(
            row.get("recorded_at", Instant.class),
            get(row, "received_at", Instant.class),
            get(row, "assumed", Boolean.class)));
  }

  @Override
  public Mono<Void> addUse(TenantId tenant, List<AccountUse> uses) {
    if (uses.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into use_of_product
              (tenant_id, account_id, happened_at, event_id, known_at, assumed, person, event, count)
            select $1, account_id, happened_at::timestamptz, event_id, known_at::timestamptz,
                   assumed::boolean, person, event, count::int
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[])
                as n (account_id, happened_at, event_id, known_at, assumed, person, event, count)
             order by account_id, happened_at, event_id
            on conflict do nothing
            """)
        .bind(0, tenant.value())
        .bind(1, texts(uses, AccountUse::account))
        .bind(2, texts(uses, use -> use.use().happenedAt()))
        .bind(3, texts(uses, AccountUse::event))
        .bind(4, texts(uses, use -> use.use().knownAt()))
        .bind(5, texts(uses, use -> use.use().assumed()))
        .bind(6, texts(uses, use -> use.use().person()))
        .bind(7, texts(uses, use -> use.use().event()))
        .bind(8, texts(uses, use -> use.use().count()))
        .then();
  }

  @Override
  public Mono<Void> addFacts(TenantId tenant, List<AccountFact> facts) {
    if (facts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into fact
              (tenant_id, account_id, kind, fact_key, version, recorded_at, received_at, assumed, body)
            select $1, account_id, kind, fact_key, version, recorded_at::timestamptz,
                   received_at::timestamptz, assumed::boolean, body
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[])
                as n (account_id, kind, fact_key, version, recorded_at, received_at, assumed, body)
             order by account_id, kind, fact_key, version
            on conflict do nothing
            """)
        .bind(0, tenant.value())
        .bind(1, texts(facts, AccountFact::account))
        .bind(2, texts(facts, fact -> FactBodies.kind(fact.fact().fact())))
        .bind(3, texts(facts, fact -> fact.fact().key()))
        .bind(4, texts(facts, AccountFact::version))
        .bind(5, texts(facts, fact -> fact.fact().knowledge().recordedAt()))
        .bind(6, texts(facts, fact -> fact.fact().knowledge().receivedAt()))
        .bind(7, texts(facts, fact -> fact.fact().knowledge().assumed()))
        .bind(8, texts(facts, fact -> Json.write(fact.fact().fact())))
        .then();
  }
}
