package io.holdfast.messaging.merging;

import io.holdfast.messaging.Mergeable;
import io.holdfast.messaging.generation.Generations;
import io.holdfast.tenancy.TenantTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(
    afterName = {
      "io.holdfast.tenancy.database.DatabaseConfiguration",
      "io.holdfast.messaging.generation.GenerationConfiguration"
    })
@ConditionalOnProperty("holdfast.database.service")
class MergingConfiguration {

  @Bean
  MergedSubjects mergedSubjects(DatabaseClient databaseClient, Generations generations) {
    return new MergedSubjects(databaseClient, generations);
  }

  @Bean
  Settling settling(
      MergedSubjects merged,
      Generations generations,
      DatabaseClient databaseClient,
      ObjectProvider<Mergeable> mergeable) {
    return new Settling(merged, generations, databaseClient, mergeable);
  }

  @Bean
  @ConditionalOnProperty("holdfast.security.issuer")
  MergedAccountFilter mergedAccountFilter(MergedSubjects merged, TenantTransactions transactions) {
    return new MergedAccountFilter(merged, transactions);
  }
}
