package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.instant;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.persistence.PersonNames.Seen;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcAccountPictures implements AccountPictures {

  private final DatabaseClient database;
  private final PersonNames names;

  R2dbcAccountPictures(DatabaseClient database) {
    this.database = database;
    this.names = new PersonNames(database);
  }

  /** Few accounts at a time, as one may have very much use. */
  private static final int FETCHED = 4;

  /**
   * An account is one row of arrays: reading its use and facts as rows costs several times as much.
   * Each part uses its table's primary key, in its order.
   */
  private static final String PICTURES =
      """
      select a.account_id, u.*, f.*, p.*
        from unnest($2::text[]) as a (account_id)
       cross join lateral (
         select array_agg((extract(epoch from happened_at) * 1000000)::bigint) as happened_at,
                array_agg((extract(epoch from known_at) * 1000000)::bigint) as known_at,
                array_agg(assumed) as use_assumed, array_agg(person) as person,
                array_agg(event) as event, array_agg(count) as count
           from (select happened_at, known_at, assumed, person, event, count
                   from use_of_product
                  where tenant_id = $1 and account_id = a.account_id and happened_at >= $3
                  union all
                 (select happened_at, known_at, assumed, person, event, count
                    from use_of_product
                   where tenant_id = $1 and account_id = a.account_id and happened_at < $3
                   order by happened_at limit 1)
                  union all
                 (select happened_at, known_at, assumed, person, event, count
                    from use_of_product
                   where tenant_id = $1 and account_id = a.account_id and happened_at < $3
                     and person is not null
                   order by happened_at limit 1)) use) u
       cross join lateral (
         select array_agg(kind) as kind, array_agg(fact_key) as fact_key,
                array_agg((extract(epoch from recorded_at) * 1000000)::bigint) as recorded_at,
                array_agg((extract(epoch from received_at) * 1000000)::bigint) as received_at,
                array_agg(assumed) as fact_assumed, array_agg(body) as body, array_agg(told_of) as told_of
           from fact
          where tenant_id = $1 and account_id = a.account_id) f
       cross join lateral (
         with recursive statement (previous_id, user_id, stated_at, said_at, depth) as (
           select s.previous_id, s.user_id, s.stated_at, s.known_at, 1
             from person_seen n
             join same_person s on s.tenant_id = $1 and s.previous_id = n.person
            where n.tenant_id = $1 and n.account_id = a.account_id
            union
           select s.previous_id, s.user_id, s.stated_at, s.known_at, t.depth + 1
             from statement t
             join same_person s on s.tenant_id = $1 and s.previous_id = t.user_id
            where t.depth < 32)
         select array_agg(previous_id) as previous_id, array_agg(user_id) as user_id,
                array_agg((extract(epoch from stated_at) * 1000000)::bigint) as stated_at,
                array_agg((extract(epoch from said_at) * 1000000)::bigint) as said_at
           from (select distinct previous_id, user_id, stated_at, said_at from statement) said) p
      """;

  @Override
  public Flux<Pictured> of(TenantId tenant, Collection<String> accounts, Instant since) {
    return database
        .sql(PICTURES)
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .bind(2, since)
        .filter(statement -> statement.fetchSize(FETCHED))
        .map(
            row ->
                new Pictured(
                    get(row, "account_id", String.class),
                    new AccountPicture(uses(row), facts(row), PersonNames.read(row))))
        .all();
  }

  private static List<Use> uses(Readable row) {
    Long[] happened = row.get("happened_at", Long[].class);
    if (happened == null) {
      return List.of();
    }
    Long[] known = get(row, "known_at", Long[].class);
    Boolean[] assumed = get(row, "use_assumed", Boolean[].class);
    String[] person = get(row, "person", String[].class);
    String[] event = get(row, "event", String[].class);
    Integer[] count = get(row, "count", Integer[].class);
    List<Use> uses = new ArrayList<>(happened.length);
    for (int i = 0; i < happened.length; i++) {
      uses.add(
          new Use(
              instant(happened[i]), instant(known[i]), assumed[i], person[i], event[i], count[i]));
    }
    return uses;
  }

  static List<Recorded> facts(Readable row) {
    String[] kind = row.get("kind", String[].class);
    if (kind == null) {
      return List.of();
    }
    String[] key = get(row, "fact_key", String[].class);
    @Nullable Long[] recorded = get(row, "recorded_at", Long[].class);
    Long[] received = get(row, "received_at", Long[].class);
    Boolean[] assumed = get(row, "fact_assumed", Boolean[].class);
    String[] body = get(row, "body", String[].class);
    @Nullable String[] toldOf = get(row, "told_of", String[].class);
    List<Recorded> facts = new ArrayList<>(kind.length);
    for (int i = 0; i < kind.length; i++) {
      Long at = recorded[i];
      facts.add(
          new Recorded(
              key[i],
              FactBodies.read(kind[i], body[i]),
              new Knowledge(at == null ? null : instant(at), instant(received[i]), assumed[i]),
              toldOf[i]));
    }
    return facts;
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
        .then()
        .then(names.seen(tenant, users(uses)));
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
              (tenant_id, account_id, kind, fact_key, version, recorded_at, received_at, assumed, body, told_of)
            select $1, account_id, kind, fact_key, version, recorded_at::timestamptz,
                   received_at::timestamptz, assumed::boolean, body, told_of
              from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[])
                as n (account_id, kind, fact_key, version, recorded_at, received_at, assumed, body, told_of)
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
        .bind(9, texts(facts, fact -> fact.fact().toldOf()))
        .then()
        .then(names.seen(tenant, contacts(facts)));
  }

  private static List<Seen> contacts(List<AccountFact> facts) {
    return facts.stream()
        .filter(fact -> fact.fact().fact() instanceof Fact.Contact)
        .map(fact -> new Seen(fact.account(), fact.fact().key()))
        .toList();
  }

  private static List<Seen> users(List<AccountUse> uses) {
    List<Seen> users = new ArrayList<>();
    for (AccountUse use : uses) {
      String person = use.use().person();
      if (person != null) {
        users.add(new Seen(use.account(), person));
      }
    }
    return users;
  }

  @Override
  public Flux<String> join(TenantId tenant, List<SamePerson> people) {
    return names.join(tenant, people);
  }

  /** Rare, so without an index by person: all use of the tenant is read. */
  @Override
  public Mono<Void> forget(
      TenantId tenant, Collection<String> people, String instead, Collection<String> facts) {
    return database
        .sql(
            "update use_of_product set person = $3 where tenant_id = $1 and person ="
                + " any($2::text[])")
        .bind(0, tenant.value())
        .bind(1, texts(people, person -> person))
        .bind(2, instead)
        .then()
        .then(names.forget(tenant, people, instead))
        .then(
            database
                .sql(
                    """
                    update fact set body = (body::jsonb || '{"label": null, "text": null}')::text
                     where tenant_id = $1 and kind in ('interaction', 'noted') and fact_key = any($2::text[])
                    """)
                .bind(0, tenant.value())
                .bind(1, texts(facts, fact -> fact))
                .then())
        .then(
            database
                .sql(
                    """
                    update fact set body = jsonb_set(body::jsonb, '{person}', to_jsonb($3::text))::text
                     where tenant_id = $1 and kind in ('survey', 'noted')
                       and body::jsonb ->> 'person' = any($2::text[])
                    """)
                .bind(0, tenant.value())
                .bind(1, texts(people, person -> person))
                .bind(2, instead)
                .then())
        .then(
            database
                .sql(
                    """
                    update fact set fact_key = $3
                     where tenant_id = $1 and kind = 'contact' and fact_key = any($2::text[])
                    """)
                .bind(0, tenant.value())
                .bind(1, texts(people, person -> person))
                .bind(2, instead)
                .then());
  }
}
