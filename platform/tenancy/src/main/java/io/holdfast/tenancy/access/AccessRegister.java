package io.holdfast.tenancy.access;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.access.Decisions.PersonAccess;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The service's copy of what tenants have decided about roles and people. The service that decides
 * writes with {@code decide…}, which counts versions; the others follow with {@code learn…}, which
 * never goes back to an older one.
 */
public final class AccessRegister {
  private final TenantTransactions tenants;
  private final DatabaseClient database;

  AccessRegister(TenantTransactions tenants, DatabaseClient database) {
    this.tenants = tenants;
    this.database = database;
  }

  /** What the holder of a token may do now. Looked up for every request: nothing is remembered. */
  public Mono<Effective> of(Principal told) {
    return tenants
        .run(told.tenant(), () -> decisions(told))
        .map(decided -> Effective.of(told, decided));
  }

  private Mono<Decisions> decisions(Principal told) {
    return database
        .sql(
            """
            select null as role, active, roles as words
              from access_person
             where tenant_id = $1 and person_key = any($2)
            union all
            select role, null, scopes from access_role where tenant_id = $1
            """)
        .bind(0, told.tenant().value())
        .bind(1, PersonKey.of(told).map(PersonKey::value).toArray(String[]::new))
        .map(Row::of)
        .all()
        .collectList()
        .map(AccessRegister::decisions);
  }

  private static Decisions decisions(List<Row> rows) {
    Map<String, Set<String>> roles = new HashMap<>();
    Optional<PersonAccess> person = Optional.empty();
    for (Row row : rows) {
      if (row.role() == null) {
        person = Optional.of(strictest(person, new PersonAccess(row.active(), row.words())));
      } else {
        roles.put(row.role(), row.words().orElse(Set.of()));
      }
    }
    return new Decisions(roles, person);
  }

  /** Should address and subject of a token name two people, neither may be switched off. */
  private static PersonAccess strictest(Optional<PersonAccess> known, PersonAccess other) {
    return known.filter(one -> !one.active() || other.active()).orElse(other);
  }

  private record Row(@Nullable String role, boolean active, Optional<Set<String>> words) {
    static Row of(Readable row) {
      return new Row(
          row.get("role", String.class),
          Boolean.TRUE.equals(row.get("active", Boolean.class)),
          Optional.ofNullable(row.get("words", String[].class)).map(Set::of));
    }
  }

  /** The scopes of the roles that the tenant has changed, in the tenant's transaction. */
  public Mono<Map<String, Set<String>>> changedRoles(TenantId tenant) {
    return database
        .sql("select role, scopes from access_role where tenant_id = $1")
        .bind(0, tenant.value())
        .map(
            row ->
                Map.entry(
                    Objects.requireNonNull(row.get("role", String.class)),
                    Set.of(Objects.requireNonNull(row.get("scopes", String[].class)))))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /** Gives the decision's version. In the tenant's transaction. */
  public Mono<Long> decideRole(TenantId tenant, String role, Collection<String> scopes) {
    return version(
        database
            .sql(
                """
                insert into access_role as it (tenant_id, role, scopes, version)
                values ($1, $2, $3, 1)
                on conflict (tenant_id, role)
                do update set scopes = excluded.scopes, version = it.version + 1
                returning version
                """)
            .bind(0, tenant.value())
            .bind(1, role)
            .bind(2, sorted(scopes)));
  }

  /** Gives the decision's version. In the tenant's transaction. */
  public Mono<Long> decidePerson(
      TenantId tenant, PersonKey person, boolean active, Optional<Set<String>> roles) {
    return version(
        database
            .sql(
                """
                insert into access_person as it (tenant_id, person_key, active, roles, version)
                values ($1, $2, $3, $4, 1)
                on conflict (tenant_id, person_key)
                do update set active = excluded.active, roles = excluded.roles, version = it.version + 1
                returning version
                """)
            .bind(0, tenant.value())
            .bind(1, person.value())
            .bind(2, active)
            .bind(3, words(roles)));
  }

  public Mono<Void> learnRole(
      TenantId tenant, String role, Collection<String> scopes, long version) {
    return database
        .sql(
            """
            insert into access_role as it (tenant_id, role, scopes, version)
            values ($1, $2, $3, $4)
            on conflict (tenant_id, role)
            do update set scopes = excluded.scopes, version = excluded.version
            where it.version < excluded.version
            """)
        .bind(0, tenant.value())
        .bind(1, role)
        .bind(2, sorted(scopes))
        .bind(3, version)
        .then();
  }

  public Mono<Void> learnPerson(
      TenantId tenant,
      PersonKey person,
      boolean active,
      Optional<Set<String>> roles,
      long version) {
    return database
        .sql(
            """
            insert into access_person as it (tenant_id, person_key, active, roles, version)
            values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, person_key)
            do update set active = excluded.active, roles = excluded.roles, version = excluded.version
            where it.version < excluded.version
            """)
        .bind(0, tenant.value())
        .bind(1, person.value())
        .bind(2, active)
        .bind(3, words(roles))
        .bind(4, version)
        .then();
  }

  private static Mono<Long> version(DatabaseClient.GenericExecuteSpec statement) {
    return statement.map(row -> Objects.requireNonNull(row.get(0, Long.class))).one();
  }

  private static Parameter words(Optional<Set<String>> roles) {
    return roles
        .<Parameter>map(named -> Parameters.in((Object) sorted(named)))
        .orElseGet(() -> Parameters.in(String[].class));
  }

  private static String[] sorted(Collection<String> words) {
    return words.stream().distinct().sorted().toArray(String[]::new);
  }
}
