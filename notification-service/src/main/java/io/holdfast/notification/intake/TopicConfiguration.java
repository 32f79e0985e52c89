package io.holdfast.notification.intake;

import io.holdfast.messaging.Intake;
import io.holdfast.notification.remembering.RebuildAccounts;
import io.holdfast.notification.remembering.RememberAccounts;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.notification.telling.TellOfFleet;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

  @Bean
  Consumer<Message<List<byte[]>>> health(
      Intake intake, RememberAccounts accounts, RespondToHappening respond, TellOfFleet tell) {
    return intake.consumer("health", new HealthHandler(accounts, respond, tell));
  }

  @Bean
  Consumer<Message<List<byte[]>>> facts(
      Intake intake, RememberAccounts accounts, RespondToHappening respond) {
    return intake.consumer("facts", new FactsHandler(accounts, respond));
  }

  /** Bound to no topic: what it takes comes by way of the rebuild. */
  @Bean
  Consumer<Message<List<byte[]>>> accountsToldAgain(Intake intake, RememberAccounts accounts) {
    return intake.consumer(RebuildAccounts.CONSUMER, new AccountsToldAgainHandler(accounts));
  }

  @Bean
  Consumer<Message<List<byte[]>>> rebuild(Intake intake) {
    return intake.rebuild();
  }
}
