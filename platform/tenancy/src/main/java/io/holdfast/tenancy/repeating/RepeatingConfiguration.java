package io.holdfast.tenancy.repeating;

import io.holdfast.tenancy.erasing.PersonalTraces;
import io.holdfast.tenancy.sealing.Seals;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@AutoConfiguration
@EnableScheduling
@ConditionalOnProperty({"holdfast.security.issuer", "holdfast.database.service"})
class RepeatingConfiguration {

  @Bean
  Answers answers(
      DatabaseClient database,
      Seals seals,
      @Value("${holdfast.idempotency.kept:24h}") Duration kept) {
    return new Answers(database, seals.of("holdfast answers to repeats"), kept);
  }

  @Bean
  PersonalTraces answersOfPerson(Answers answers) {
    return new AnswersOfPerson(answers);
  }

  @Bean
  ExpiredAnswers expiredAnswers(@Qualifier("backgroundDatabase") DatabaseClient background) {
    return new ExpiredAnswers(background);
  }
}
