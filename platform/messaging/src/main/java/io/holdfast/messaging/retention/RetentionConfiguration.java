package io.holdfast.messaging.retention;

import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(
    afterName = {
      "io.holdfast.clock.ClockConfiguration",
      "io.holdfast.tenancy.database.DatabaseConfiguration"
    },
    beforeName = "io.holdfast.messaging.timer.TimerConfiguration")
@ConditionalOnProperty("holdfast.database.service")
class RetentionConfiguration {

  @Bean
  RetentionDays retentionDays(DatabaseClient databaseClient, Timers timers, Clock clock) {
    return new RetentionDays(databaseClient, timers, clock);
  }

  /** A service that decides itself how long its tenants keep things says so. */
  @Bean
  DropExpired dropExpired(
      ObjectProvider<Expiring> all,
      ObjectProvider<KeptFor> keptFor,
      RetentionDays announced,
      TenantTransactions transactions,
      Timers timers,
      Clock clock,
      @Qualifier("realClock") Clock realClock) {
    KeptFor decided =
        keptFor.stream().filter(one -> one != announced).findFirst().orElse(announced);
    return new DropExpired(
        all.orderedStream().toList(), decided, transactions, timers, clock, realClock);
  }

  @Bean
  Expiring expiringInbox(
      DatabaseClient databaseClient, @Value("${holdfast.messaging.generation:1}") int first) {
    return PlatformExpiry.inbox(databaseClient, first);
  }

  @Bean
  Expiring expiringLetters(DatabaseClient databaseClient) {
    return PlatformExpiry.letters(databaseClient);
  }
}
