package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import java.util.Collection;
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
    Set<String> ids =
        statements.stream().map(Entry::key).collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        statements.stream()
            .flatMap(statement -> AccountStatements.externalIds(statement).stream())
            .collect(Collectors.toSet());
    return holders(named)
        .flatMap(
            holders ->
                create(ids.toArray(String[]::new))
                    .zipWhen(
                        _ -> locked(ids, holders.values()),
                        (created, known) -> new AccountStatements(known, created, holders)))
        .flatMap(merging -> merge(statements, merging));
  }

  /** What was said of those of the accounts that there are; nothing changes it meanwhile. */
  public Mono<Map<String, Attributes>> said(Set<String> accounts) {
    return locked(accounts, Set.of());
  }

  /** Whether there is an account. */
  public Mono<Boolean> known(String account) {
    return database
        .sql("select account_id from account where account_id = $1") // account_pkey
        .bind(0, account)
        .fetch()
        .first()
        .hasElement();
  }

  private Mono<Map<String, String>> holders(Set<String> named) {
    return named.isEmpty()
        ? Mono.just(Map.of())
        : externalIds.oneAfterAnother().then(externalIds.holders(named));
  }

  private Mono<Telling> merge(List<Entry> statements, AccountStatements merging) {
    statements.forEach(merging::hear);
    return store(merging.next())
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

  /** All in one order, those that carry an id too: they may lose it. */
  private Mono<Map<String, Attributes>> locked(Set<String> spokenOf, Collection<String> holders) {
    Set<String> ids = new TreeSet<>(spokenOf);
    ids.addAll(holders);
    return database
        .sql(
            """
            select account_id, attributes from account
             where account_id = any($1::text[]) order by account_id for update
            """)
        .bind(0, ids.toArray(String[]::new))
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
}
