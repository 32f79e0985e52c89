package io.holdfast.messaging.timer;

import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.Timers;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(
    afterName = {
      "io.holdfast.tenancy.database.DatabaseConfiguration",
      "io.holdfast.messaging.trace.TraceConfiguration",
      "io.holdfast.clock.ClockConfiguration"
    })
@ConditionalOnProperty("holdfast.database.service")
class TimerConfiguration {

  @Bean
  Timers timers(DatabaseClient databaseClient, Traceparent traceparent) {
    return new R2dbcTimers(databaseClient, traceparent);
  }

  @Bean
  TimerWorker timerWorker(
      List<TimerHandler> handlers,
      BackgroundTransactions background,
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase,
      DatabaseClient databaseClient,
      TenantTransactions tenants,
      Clock businessClock,
      Traceparent traceparent) {
    DueTimers due = new DueTimers(background, backgroundDatabase, databaseClient);
    return new TimerWorker(handlers, due, new Firing(due, tenants, traceparent), businessClock);
  }
}
