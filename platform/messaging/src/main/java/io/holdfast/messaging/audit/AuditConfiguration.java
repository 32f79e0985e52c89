package io.holdfast.messaging.audit;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(afterName = "io.holdfast.messaging.outbox.OutboxConfiguration")
@ConditionalOnProperty({"holdfast.security.issuer", "holdfast.database.service"})
class AuditConfiguration {

  @Bean
  AuditTrail auditTrail(
      Outbox outbox,
      Traceparent traceparent,
      @Qualifier("realClock") Clock realClock,
      @Value("${holdfast.database.service}") String service) {
    return new AuditTrail(outbox, traceparent, realClock, service);
  }

  @Bean
  AuditParticipant auditParticipant(AuditTrail trail) {
    return new AuditParticipant(trail);
  }

  @Bean
  AuditFilter auditFilter(
      AuditTrail trail,
      TenantTransactions transactions,
      @Qualifier("realClock") Clock realClock,
      @Value("${holdfast.audit.refusals-a-minute:20}") int refusals) {
    return new AuditFilter(trail, new RefusalBound(realClock, refusals), transactions);
  }
}
