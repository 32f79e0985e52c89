package io.holdfast.scoring.intake;

import io.holdfast.messaging.Intake;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What scoring listens to. */
@Configuration(proxyBeanMethods = false)
class Consumers {

  @Bean
  Consumer<Message<List<byte[]>>> usage(Intake intake, UsageHandler handler) {
    return intake.consumer("usage", handler);
  }

  @Bean
  Consumer<Message<List<byte[]>>> facts(Intake intake, FactsHandler handler) {
    return intake.consumer("facts", handler);
  }

  @Bean
  Consumer<Message<List<byte[]>>> revenue(Intake intake, RevenueHandler handler) {
    return intake.consumer("revenue", handler);
  }

  @Bean
  Consumer<Message<List<byte[]>>> tenants(Intake intake, TenantsHandler handler) {
    return intake.consumer("tenants", handler);
  }

  @Bean
  Consumer<Message<List<byte[]>>> rebuild(Intake intake) {
    return intake.rebuild();
  }
}
