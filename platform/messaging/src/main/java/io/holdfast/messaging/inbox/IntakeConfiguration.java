package io.holdfast.messaging.inbox;

import io.holdfast.messaging.Intake;
import io.holdfast.messaging.Rebuildable;
import io.holdfast.messaging.deadletter.DeadLetters;
import io.holdfast.messaging.deadletter.Replays;
import io.holdfast.messaging.generation.Generations;
import io.holdfast.messaging.merging.Settling;
import io.holdfast.messaging.rebuild.FedMessages;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.erasing.EraseTraces;
import org.springframework.beans.factory.ObjectProvider;
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
      "io.holdfast.messaging.deadletter.DeadLetterConfiguration",
      "io.holdfast.messaging.generation.GenerationConfiguration",
      "io.holdfast.messaging.merging.MergingConfiguration"
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
      Generations generations,
      Settling settling,
      EraseTraces traces,
      Traceparent traceparent,
      ObjectProvider<Rebuildable> rebuildable,
      ObjectProvider<FedMessages> fed,
      @Value("${holdfast.database.service}") String service) {
    return new KafkaIntake(
        service,
        new Inbox(tenants, databaseClient, settling),
        new SetAside(background, backgroundDatabase, letters, generations),
        replays,
        traces,
        traceparent,
        rebuildable,
        fed);
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
