package io.holdfast.messaging.inbox;

import io.holdfast.messaging.Intake;
import io.holdfast.messaging.deadletter.DeadLetters;
import io.holdfast.messaging.deadletter.Replays;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantTransactions;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.backoff.FixedBackOff;

@AutoConfiguration(
    afterName = {
      "io.holdfast.tenancy.database.DatabaseConfiguration",
      "io.holdfast.messaging.trace.TraceConfiguration",
      "io.holdfast.messaging.deadletter.DeadLetterConfiguration"
    })
@ConditionalOnProperty("holdfast.database.service")
class IntakeConfiguration {
  private static final long RETRY_EVERY_MILLIS = 1000;

  @Bean
  Intake intake(
      TenantTransactions tenants,
      BackgroundTransactions background,
      DatabaseClient databaseClient,
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase,
      DeadLetters letters,
      Replays replays,
      Traceparent traceparent,
      @Value("${holdfast.messaging.generation:1}") int generation) {
    Inbox inbox = new Inbox(tenants, databaseClient, generation);
    SetAside setAside = new SetAside(background, backgroundDatabase, letters, generation);
    return (name, handler) -> {
      replays.register(
          name,
          (tenant, record) ->
              handler.handle(tenant, List.of(Envelope.open(record.headers(), record.body()))));
      return new BatchConsumer(name, handler, inbox, setAside, traceparent);
    };
  }

  /**
   * Poison is set aside by the consumer itself; what still fails is an outage, so it is never
   * skipped.
   */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> neverSkip() {
    return (container, destination, group) -> {
      var retryForEver =
          new DefaultErrorHandler(
              new FixedBackOff(RETRY_EVERY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
      container.setCommonErrorHandler(retryForEver);
    };
  }

  /** The binder's default mapper reads headers as JSON and can be killed by one that is not. */
  @Bean
  KafkaHeaderMapper plainHeaders() {
    return new SimpleKafkaHeaderMapper("*");
  }
}
