package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.instant;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The names under which accounts are used, and which of them are one person's. */
final class PersonNames {

  private final DatabaseClient database;

  PersonNames(DatabaseClient database) {
    this.database = database;
  }

  /** A name, and where it was seen. */
  record Seen(String account, String person) {}

  /** The columns that a picture has of it. */
  static List<SamePerson> read(Readable row) {
    String[] previous = row.get("previous_id", String[].class);
    if (previous == null) {
      return List.of();
    }
    String[] user = get(row, "user_id", String[].class);
    Long[] stated = get(row, "stated_at", Long[].class);
    Long[] said = get(row, "said_at", Long[].class);
    List<SamePerson> people = new ArrayList<>(previous.length);
    for (int i = 0; i < previous.length; i++) {
      people.add(new SamePerson(previous[i], user[i], instant(stated[i]), instant(said[i])));
    }
    return people;
  }

  /** Notes who was seen where; for a name that is new somewhere, after or before {@link #join}. */
  Mono<Void> seen(TenantId tenant, List<Seen> people) {
    if (people.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into person_seen (tenant_id, account_id, person)
            select distinct $1, account_id, person from unnest($2::text[], $3::text[]) as n (account_id, person)
             order by account_id, person
            on conflict do nothing
            """)
        .bind(0, tenant.value())
        .bind(1, texts(people, Seen::account))
        .bind(2, texts(people, Seen::person))
        .fetch()
        .rowsUpdated()
        .flatMap(fresh -> fresh == 0 ? Mono.<Void>empty() : lock(tenant, "_shared"));
  }

  Flux<String> join(TenantId tenant, List<SamePerson> people) {
    if (people.isEmpty()) {
      return Flux.empty();
    }
    return database
        .sql(
            """
            insert into same_person (tenant_id, previous_id, user_id, stated_at, known_at)
            select $1, previous_id, user_id, stated_at::timestamptz, known_at::timestamptz
              from unnest($2::text[], $3::text[], $4::text[], $5::text[])
                as n (previous_id, user_id, stated_at, known_at)
             order by previous_id, stated_at, user_id
            on conflict do nothing
            """)
        .bind(0, tenant.value())
        .bind(1, texts(people, SamePerson::previous))
        .bind(2, texts(people, SamePerson::user))
        .bind(3, texts(people, SamePerson::statedAt))
        .bind(4, texts(people, SamePerson::knownAt))
        .then()
        .then(lock(tenant, ""))
        .thenMany(Flux.defer(() -> accounts(tenant, people)));
  }

  /** The accounts used under one of the names, or under one that leads to it. */
  private Flux<String> accounts(TenantId tenant, List<SamePerson> people) {
    return database
        .sql(
            """
            with recursive name (person, depth) as (
              select unnest($2::text[]), 0
              union
              select s.previous_id, n.depth + 1
                from name n join same_person s on s.tenant_id = $1 and s.user_id = n.person
               where n.depth < 32)
            select distinct p.account_id
              from (select distinct person from name) n
              join person_seen p on p.tenant_id = $1 and p.person = n.person
            """) // same_person_user, person_seen_person
        .bind(0, tenant.value())
        .bind(1, people.stream().map(SamePerson::previous).distinct().toArray(String[]::new))
        .map(row -> get(row, "account_id", String.class))
        .all();
  }

  Mono<Void> forget(TenantId tenant, Collection<String> people, String instead) {
    return database
        .sql(
            "delete from same_person where tenant_id = $1 and (previous_id = any($2::text[]) or"
                + " user_id = any($2::text[]))")
        .bind(0, tenant.value())
        .bind(1, texts(people, person -> person))
        .then()
        .then(
            database
                .sql(
                    """
                    with gone as (
                      delete from person_seen where tenant_id = $1 and person = any($2::text[])
                      returning account_id)
                    insert into person_seen (tenant_id, account_id, person)
                    select distinct $1, account_id, $3 from gone
                    on conflict do nothing
                    """) // person_seen_person
                .bind(0, tenant.value())
                .bind(1, texts(people, person -> person))
                .bind(2, instead)
                .then());
  }

  /** Until the transaction ends: many who note a new name together, or one who joins names. */
  private Mono<Void> lock(TenantId tenant, String kind) {
    return database
        .sql("select pg_advisory_xact_lock%s(hashtextextended('people|' || $1, 0))".formatted(kind))
        .bind(0, tenant.value())
        .then();
  }
}
