package io.holdfast.ingestion;

import io.holdfast.ingestion.archive.ArchivedMessages;
import io.holdfast.ingestion.requests.Room;
import io.holdfast.tenancy.erasing.PersonalTraces;
import io.holdfast.tenancy.erasing.RedactedTexts;
import io.holdfast.tenancy.erasing.RedactedTexts.Column;
import io.holdfast.tenancy.sealing.Seal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class IngestionConfiguration {

  @Bean
  Seal seal(IngestionProperties properties) {
    return new Seal("holdfast signing secrets", properties.secretKeys());
  }

  @Bean
  Room room() {
    return Room.ofMemory();
  }

  @Bean
  PersonalTraces reasonsOfMerges(DatabaseClient databaseClient) {
    return RedactedTexts.of(
        "reasons of merges",
        databaseClient,
        "account_merge",
        Column.text("from_account"),
        Column.text("reason"));
  }

  @Bean
  ArchivedMessages usageToPublish(@Qualifier("backgroundDatabase") DatabaseClient database) {
    return ArchivedMessages.usage(database);
  }

  @Bean
  ArchivedMessages factsToPublish(@Qualifier("backgroundDatabase") DatabaseClient database) {
    return ArchivedMessages.facts(database);
  }
}
