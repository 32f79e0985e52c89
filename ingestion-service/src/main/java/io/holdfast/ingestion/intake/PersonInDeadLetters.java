package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Payloads that failed. */
@Configuration(proxyBeanMethods = false)
class PersonInDeadLetters {
  private static final String ABOUT =
      """
      exists (select from unnest($2::text[]) mark where position(convert_to(mark, 'UTF8') in body) > 0)
        and ($1::text[], $3::text) is not null\
      """;

  @Bean
  PersonalData deadLettersOfPerson(DatabaseClient database) {
    return PersonRows.erasedElsewhere(
        "dead letters",
        database,
        """
        select jsonb_build_object('consumer', consumer, 'failedAt', failed_at, 'body', encode(body, 'escape'))::text
          from dead_letter where %s limit $4
        """
            .formatted(ABOUT));
  }
}
