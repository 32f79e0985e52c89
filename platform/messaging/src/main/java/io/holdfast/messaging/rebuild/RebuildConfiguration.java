package io.holdfast.messaging.rebuild;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.Rebuildable;
import io.holdfast.messaging.generation.Generations;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(
    afterName = {
      "io.holdfast.tenancy.database.DatabaseConfiguration",
      "io.holdfast.messaging.outbox.OutboxConfiguration",
      "io.holdfast.messaging.generation.GenerationConfiguration"
    })
@ConditionalOnProperty("holdfast.database.service")
@ConditionalOnBean(Rebuildable.class)
class RebuildConfiguration {

  @Bean
  Rebuilds rebuilds(DatabaseClient databaseClient, Generations generations) {
    return new Rebuilds(databaseClient, generations);
  }

  @Bean
  FedMessages fedMessages(
      Rebuildable rebuildable, Rebuilds rebuilds, TenantTransactions transactions) {
    return new FedMessages(rebuildable, rebuilds, transactions);
  }

  @Bean
  RebuildController rebuildController(
      @Value("${holdfast.database.service}") String service,
      Rebuildable rebuildable,
      Rebuilds rebuilds,
      Outbox outbox,
      TenantTransactions transactions,
      Clock businessClock) {
    BeginRebuild begin =
        new BeginRebuild(service, rebuildable, rebuilds, outbox, transactions, businessClock);
    return new RebuildController(begin, rebuilds, transactions);
  }
}
