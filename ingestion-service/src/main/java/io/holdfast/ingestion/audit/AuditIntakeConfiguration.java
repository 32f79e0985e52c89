package io.holdfast.ingestion.audit;

import io.holdfast.ingestion.identity.ErasedNames;
import io.holdfast.messaging.Intake;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class AuditIntakeConfiguration {
  private static final String TYPE = "platform.audit-recorded.v1";

  @Bean
  Consumer<Message<List<byte[]>>> audited(
      Intake intake, AuditEntries entries, ErasedNames erasedNames) {
    return intake.consumer(
        "audit",
        (_, messages) -> {
          List<AuditEntry> told =
              messages.stream()
                  .filter(message -> message.type().equals(TYPE))
                  .map(
                      message ->
                          message
                              .as(AuditRecordedMessage.class)
                              .entry(UUID.fromString(message.id())))
                  .toList();
          return erasedNames
              .among(() -> objects(told))
              .map(erased -> told.stream().map(entry -> entry.without(erased)).toList())
              .flatMap(entries::add);
        });
  }

  private static Collection<String> objects(List<AuditEntry> told) {
    return told.stream()
        .map(AuditEntry::objectId)
        .filter(Objects::nonNull)
        .flatMap(id -> Stream.of(id, id.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }
}
