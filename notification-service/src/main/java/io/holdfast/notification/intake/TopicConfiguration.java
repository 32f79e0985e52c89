package io.holdfast.notification.intake;

import io.holdfast.messaging.Intake;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.notification.telling.Directory;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

  @Bean
  Consumer<Message<List<byte[]>>> health(
      Intake intake, Directory directory, RespondToHappening respond) {
    return intake.consumer("health", new HealthHandler(directory, respond));
  }

  @Bean
  Consumer<Message<List<byte[]>>> facts(
      Intake intake, Directory directory, RespondToHappening respond) {
    return intake.consumer("facts", new FactsHandler(directory, respond));
  }
}
