package io.holdfast.messaging.access;

import io.holdfast.messaging.Intake;
import io.holdfast.messaging.retention.RetentionDays;
import io.holdfast.tenancy.access.AccessRegister;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/**
 * The consumer {@code access} of what tenants decide; a service lists it with its own in its
 * function definition.
 */
@AutoConfiguration(afterName = "io.holdfast.messaging.inbox.IntakeConfiguration")
@ConditionalOnProperty("holdfast.database.service")
class AccessIntakeConfiguration {

  @Bean
  Consumer<Message<List<byte[]>>> access(
      Intake intake, AccessRegister register, RetentionDays retention) {
    AccessHandler decided = new AccessHandler(register);
    return intake.consumer(
        "access",
        (tenant, messages) ->
            decided
                .handle(tenant, messages)
                .then(Mono.defer(() -> retention.handle(tenant, messages))));
  }
}
