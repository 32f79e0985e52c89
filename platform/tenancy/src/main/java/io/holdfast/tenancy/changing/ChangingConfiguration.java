package io.holdfast.tenancy.changing;

import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.repeating.Answers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

@AutoConfiguration
@ConditionalOnProperty({"holdfast.security.issuer", "holdfast.database.service"})
class ChangingConfiguration {

  @Bean
  Changes changes(ObjectProvider<ChangeParticipant> participants) {
    return new Changes(participants.orderedStream().toList());
  }

  /** The bound is the one that codecs have, so that a body is refused as before. */
  @Bean
  ChangeFilter changeFilter(
      TenantTransactions transactions,
      Answers answers,
      Changes changes,
      @Value("${spring.http.codecs.max-in-memory-size:256KB}") DataSize largestBody) {
    return new ChangeFilter(transactions, answers, changes, Math.toIntExact(largestBody.toBytes()));
  }
}
