package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tenant's accounts, as said by imports and {@code group} calls. */
@Component
public class Accounts {
  private final DatabaseClient database;

  Accounts(DatabaseClient database) {
    this.database = database;
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
    return create(ids)
        .flatMap(created -> locked(ids).flatMap(known -> merge(statements, known, created)));
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

  private Mono<Telling> merge(
      List<Entry> statements, Map<String, Attributes> known, Set<String> created) {
    Map<String, Attributes> next = new TreeMap<>();
    Map<String, Told> changed = new TreeMap<>();
    Map<Entry, Verdict> verdicts = new IdentityHashMap<>();
    Map<String, String> externalIds = new TreeMap<>();
    for (Entry statement : statements) {
      String id = statement.key();
      Attributes before = next.getOrDefault(id, known.getOrDefault(id, Attributes.NONE));
      Attributes after = before.told(AttributesJson.told(statement.body()), statement.time());
      boolean same = after.sameAs(before) && (next.containsKey(id) || !created.contains(id));
      verdicts.put(statement, same ? Verdict.DUPLICATE : Verdict.ACCEPTED);
      if (!same || !after.equals(before)) {
        next.put(id, after);
      }
      if (!same) {
        changed.put(id, new Told(statement, id, AccountPicture.body(id, after)));
        after
            .below(Attributes.EXTERNAL)
            .forEach((system, value) -> externalIds.put(system + "=" + value, id));
      }
    }
    Telling telling =
        new Telling(
            verdicts,
            new ArrayList<>(changed.values()),
            !created.isEmpty() || !externalIds.isEmpty());
    return store(next).then(storeExternalIds(externalIds)).thenReturn(telling);
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

  private Mono<Void> storeExternalIds(Map<String, String> ids) {
    if (ids.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into external_id as x (reference, account_id) select * from unnest($1::text[], $2::text[])
            on conflict (tenant_id, reference) do update set account_id = excluded.account_id
             where x.account_id <> excluded.account_id
            """)
        .bind(0, ids.keySet().toArray(String[]::new))
        .bind(1, ids.values().toArray(String[]::new))
        .then();
  }
}
