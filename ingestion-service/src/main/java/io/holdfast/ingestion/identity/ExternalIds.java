package io.holdfast.ingestion.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which account carries an id in another system, by {@code system=id}. */
@Component
class ExternalIds {
  private final DatabaseClient database;

  ExternalIds(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Those of a tenant are given out one transaction after another, so that two never take the same.
   * Asked for before any account is locked.
   */
  Mono<Void> oneAfterAnother() {
    return database
        .sql(
            "select pg_advisory_xact_lock(hashtextextended('external ids|' ||"
                + " current_setting('app.tenant'), 0))")
        .then();
  }

  /** The accounts that carry these; those that nobody does are left out. */
  Mono<Map<String, String>> holders(Collection<String> references) {
    if (references.isEmpty()) {
      return Mono.just(new HashMap<>());
    }
    return database
        .sql("select reference, account_id from external_id where reference = any($1::text[])")
        .bind(0, references.toArray(String[]::new)) // external_id_pkey
        .map(
            row ->
                Map.entry(
                    String.valueOf(row.get(0, String.class)),
                    String.valueOf(row.get(1, String.class))))
        .all()
        .collect(HashMap::new, (found, pair) -> found.put(pair.getKey(), pair.getValue()));
  }

  Mono<Void> move(Collection<AccountStatements.Carried> freed, Map<String, String> claimed) {
    return free(freed).then(Mono.defer(() -> claim(claimed)));
  }

  private Mono<Void> free(Collection<AccountStatements.Carried> freed) {
    if (freed.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            delete from external_id x using unnest($1::text[], $2::text[]) as f (reference, account_id)
             where x.reference = f.reference and x.account_id = f.account_id
            """) // external_id_pkey
        .bind(0, freed.stream().map(AccountStatements.Carried::reference).toArray(String[]::new))
        .bind(1, freed.stream().map(AccountStatements.Carried::accountId).toArray(String[]::new))
        .then();
  }

  private Mono<Void> claim(Map<String, String> claimed) {
    if (claimed.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into external_id (reference, account_id) select * from unnest($1::text[], $2::text[])
            on conflict (tenant_id, reference) do update set account_id = excluded.account_id
            """)
        .bind(0, claimed.keySet().toArray(String[]::new))
        .bind(1, claimed.values().toArray(String[]::new))
        .then();
  }
}
