package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tenant's accounts, as said by imports and {@code group} calls. */
@Component
public class Accounts {
  private final DatabaseClient database;
  private final ExternalIds externalIds;

  Accounts(DatabaseClient database, ExternalIds externalIds) {
    this.database = database;
    this.externalIds = externalIds;
  }

  /** Takes in statements about accounts, creating those not known, in the order given. */
  public Mono<Telling> tell(List<Entry> statements) {
    if (statements.isEmpty()) {
      return Mono.just(Telling.NOTHING);
    }
    String[] ids =
        statements.stream()
            .map(Entry::key)
            .collect(Collectors.toCollection(TreeSet::new))
            .toArray(String[]::new);
    Set<String> named =
        statements.stream()
            .flatMap(statement -> AccountStatements.externalIds(statement).stream())
            .collect(Collectors.toSet());
    return (named.isEmpty() ? Mono.<Void>empty() : externalIds.oneAfterAnother())
        .then(create(ids))
        .flatMap(
            created ->
                locked(ids)
                    .zipWhen(
                        _ -> externalIds.holders(named),
                        (known, holders) -> new AccountStatements(known, created, holders)))
        .flatMap(merging -> merge(statements, merging));
  }

  private Mono<Telling> merge(List<Entry> statements, AccountStatements merging) {
    statements.forEach(merging::hear);
    return store(merging.next())
        .then(remove(merging.unfounded()))
        .then(externalIds.move(merging.freed(), merging.claimed()))
        .thenReturn(merging.telling());
  }

  private Mono<Set<String>> create(String[] ids) {
    return database
        .sql(
            """
            insert into account (account_id) select unnest($1::text[])
            on conflict (tenant_id, account_id) do nothing
            returning account_id
            """)
        .bind(0, ids)
        .map(row -> String.valueOf(row.get(0, String.class)))
        .all()
        .collect(Collectors.toSet());
  }

  private Mono<Map<String, Attributes>> locked(String[] ids) {
    return database
        .sql(
            """
            select account_id, attributes from account
             where account_id = any($1::text[]) order by account_id for update
            """)
        .bind(0, ids)
        .map(
            row ->
                Map.entry(
                    String.valueOf(row.get(0, String.class)),
                    AttributesJson.read(String.valueOf(row.get(1, String.class)))))
        .all()
        .collect(HashMap::new, (found, pair) -> found.put(pair.getKey(), pair.getValue()));
  }

  private Mono<Void> store(Map<String, Attributes> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            update account a set attributes = n.attributes
              from unnest($1::text[], $2::text[]) as n (account_id, attributes)
             where a.account_id = n.account_id
            """)
        .bind(0, accounts.keySet().toArray(String[]::new))
        .bind(1, accounts.values().stream().map(AttributesJson::write).toArray(String[]::new))
        .then();
  }

  private Mono<Void> remove(Set<String> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql("delete from account where account_id = any($1::text[])") // account_pkey
        .bind(0, accounts.toArray(String[]::new))
        .then();
  }
}
