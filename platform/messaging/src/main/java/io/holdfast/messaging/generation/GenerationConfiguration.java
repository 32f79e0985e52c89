package io.holdfast.messaging.generation;

import io.holdfast.messaging.Rebuildable;
import io.holdfast.messaging.Rebuilding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(afterName = "io.holdfast.tenancy.database.DatabaseConfiguration")
@ConditionalOnProperty("holdfast.database.service")
class GenerationConfiguration {

  @Bean
  Generations generations(
      @Value("${holdfast.messaging.generation:1}") int first,
      ObjectProvider<Rebuildable> rebuildable) {
    return new Generations(
        first,
        () ->
            rebuildable.stream().flatMap(one -> one.consumersByTopic().values().stream()).toList());
  }

  @Bean
  Rebuilding rebuilding(Generations generations, DatabaseClient databaseClient) {
    return tenant -> generations.rebuilding(databaseClient, tenant);
  }
}
