package io.holdfast.ingestion.identity;

import java.util.Map;
import java.util.SortedMap;
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

  /** Whether one is known now that was not before. */
  public Mono<Boolean> keep(SortedMap<String, String> accountOfSubscription) {
    Map<String, String> news = accountOfSubscription;
    if (news.isEmpty()) {
      return Mono.just(false);
    }
    return database
        .sql(
            """
            insert into subscription as s (subscription_id, account_id)
            select * from unnest($1::text[], $2::text[])
            on conflict (tenant_id, subscription_id) do update set account_id = excluded.account_id
             where s.account_id <> excluded.account_id
            """)
        .bind(0, news.keySet().toArray(String[]::new))
        .bind(1, news.values().toArray(String[]::new))
        .fetch()
        .rowsUpdated()
        .map(count -> count > 0);
  }
}
