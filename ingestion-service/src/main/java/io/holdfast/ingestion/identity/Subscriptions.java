package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Reference;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which account a subscription belongs to, for files that know only the subscription. */
@Component
public class Subscriptions {
  private final DatabaseClient database;

  Subscriptions(DatabaseClient database) {
    this.database = database;
  }

  /** Those that lead elsewhere now than before. */
  public Mono<Set<Reference>> keep(SortedMap<String, String> accountOfSubscription) {
    Map<String, String> news = accountOfSubscription;
    if (news.isEmpty()) {
      return Mono.just(Set.of());
    }
    return database
        .sql(
            """
            insert into subscription as s (subscription_id, account_id)
            select * from unnest($1::text[], $2::text[])
            on conflict (tenant_id, subscription_id) do update set account_id = excluded.account_id
             where s.account_id <> excluded.account_id
            returning subscription_id
            """)
        .bind(0, news.keySet().toArray(String[]::new))
        .bind(1, news.values().toArray(String[]::new))
        .map(row -> Reference.subscription(Objects.requireNonNull(row.get(0, String.class))))
        .all()
        .collect(Collectors.toSet());
  }
}
