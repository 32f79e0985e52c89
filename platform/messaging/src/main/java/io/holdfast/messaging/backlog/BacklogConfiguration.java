package io.holdfast.messaging.backlog;

import io.holdfast.messaging.OutboxStore;
import io.holdfast.tenancy.BackgroundTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(
    afterName = {
      "io.holdfast.tenancy.database.DatabaseConfiguration",
      "io.holdfast.clock.ClockConfiguration",
      "io.holdfast.messaging.outbox.OutboxConfiguration"
    })
@ConditionalOnProperty("holdfast.database.service")
class BacklogConfiguration {

  @Bean(destroyMethod = "close")
  ConsumerGroups consumerGroups(
      @Value("${holdfast.kafka}") String servers,
      @Value("${spring.cloud.function.definition:}") String functions,
      BindingServiceProperties stream) {
    Map<String, BindingProperties> bindings = stream.getBindings();
    Map<String, Set<String>> topicsByGroup =
        Arrays.stream(functions.split(";"))
            .map(function -> bindings.get(function.strip() + "-in-0"))
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(
                    BindingProperties::getGroup,
                    Collectors.mapping(BindingProperties::getDestination, Collectors.toSet())));
    return new ConsumerGroups(
        Admin.create(
            Map.of(
                "bootstrap.servers",
                servers,
                "request.timeout.ms",
                4000,
                "default.api.timeout.ms",
                5000)),
        topicsByGroup);
  }

  @Bean
  BacklogReading backlogReading(
      List<OutboxStore> stores,
      ConsumerGroups groups,
      BackgroundTransactions background,
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase,
      Clock businessClock,
      @Qualifier("realClock") Clock realClock) {
    return new BacklogReading(
        stores, groups, background, backgroundDatabase, businessClock, realClock);
  }

  @Bean
  BacklogEndpoint backlog(BacklogReading reading) {
    return new BacklogEndpoint(reading);
  }

  @Bean
  BacklogGauges backlogGauges(BacklogReading reading, MeterRegistry registry) {
    return new BacklogGauges(reading, registry);
  }

  @Bean
  PipeHealth pipeHealthIndicator(BacklogGauges gauges) {
    return new PipeHealth(gauges);
  }
}
