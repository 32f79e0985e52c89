package io.holdfast.ingestion.audit;

import io.holdfast.messaging.Intake;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class AuditIntakeConfiguration {
  private static final String TYPE = "platform.audit-recorded.v1";

  @Bean
  Consumer<Message<List<byte[]>>> audited(Intake intake, AuditEntries entries) {
    return intake.consumer(
        "audit",
        (_, messages) ->
            entries.add(
                messages.stream()
                    .filter(message -> message.type().equals(TYPE))
                    .map(
                        message ->
                            message
                                .as(AuditRecordedMessage.class)
                                .entry(UUID.fromString(message.id())))
                    .toList()));
  }
}
