package io.holdfast.messaging.deadletter;

import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.changing.Changes;
import io.holdfast.tenancy.erasing.PersonalTraces;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(afterName = "io.holdfast.tenancy.database.DatabaseConfiguration")
@ConditionalOnProperty("holdfast.database.service")
class DeadLetterConfiguration {

  @Bean
  DeadLetters deadLetters(
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase, JsonMapper json) {
    return new DeadLetters(backgroundDatabase, json);
  }

  @Bean
  PersonalTraces lettersOfPerson(DatabaseClient databaseClient) {
    return new LettersOfPerson(databaseClient);
  }

  @Bean
  Replays replays() {
    return new Replays();
  }

  @Bean
  Unattributed unattributed(
      BackgroundTransactions background,
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase) {
    return new Unattributed(background, backgroundDatabase);
  }

  @Bean
  ExpiredUnattributed expiredUnattributed(
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase) {
    return new ExpiredUnattributed(backgroundDatabase);
  }

  @Bean
  DeadLettersController deadLettersController(
      TenantTransactions transactions,
      DatabaseClient databaseClient,
      Replays replays,
      Audit audit,
      Changes changes,
      @Value("${holdfast.database.service}") String service,
      JsonMapper json) {
    StoredLetters letters = new StoredLetters(databaseClient, json);
    return new DeadLettersController(
        letters,
        new ReplayLetters(
            letters,
            replays,
            transactions,
            changes,
            "/api/v1/dead-letters/" + service + "/{id}/replay"),
        new DiscardLetter(letters, transactions),
        audit,
        transactions,
        json);
  }
}
