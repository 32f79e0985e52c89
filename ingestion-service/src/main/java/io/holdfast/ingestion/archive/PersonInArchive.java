package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What the archive and the quarantine hold about a person. There is no index by person, so that
 * taking in usage does not pay for it: all rows of the tenant are read.
 */
@Configuration(proxyBeanMethods = false)
class PersonInArchive {

  /** What was used stays counted, by whoever stands for the person. */
  @Bean
  PersonalData usageOfPerson(DatabaseClient database) {
    return new PersonRows(
        "usage",
        database,
        """
        select jsonb_build_object('accountId', account_id, 'event', event, 'occurredAt', happened_at,
                                  'receivedAt', received_at, 'source', source)::text
          from archived_usage where (person = any($1::text[]) or visitor = any($1::text[])) and ($2::text[], $3::text) is not null
         order by happened_at limit $4
        """,
        """
        update archived_usage
           set person = case when person = any($1::text[]) then $3 else person end,
               visitor = case when visitor = any($1::text[]) then $3 else visitor end
         where (person = any($1::text[]) or visitor = any($1::text[])) and $2::text[] is not null
        """);
  }

  @Bean
  PersonalData statementsOfPerson(DatabaseClient database) {
    return new PersonRows(
        "statements",
        database,
        """
        select body from archived_fact
         where kind = 'contacts' and entry_key = any($1::text[]) and ($2::text[], $3::text) is not null
         order by id limit $4
        """, // archived_fact_key
        """
        delete from archived_fact
         where kind = 'contacts' and entry_key = any($1::text[]) and ($2::text[], $3::text) is not null
        """);
  }

  @Bean
  PersonalData heldOfPerson(DatabaseClient database) {
    String about =
        """
        (kind = 'contacts' and entry_key = any($1::text[])
          or split_part(coalesce(person, ''), ':', 2) = any($1::text[])
          or awaits = any(select scheme || ':' || id from unnest($1::text[]) id, unnest(array['user', 'anonymous']) scheme)
          or %s or %s)
         and $3::text is not null
        """
            .formatted(PersonRows.holds("body"), PersonRows.holds("coalesce(detail, '')"));
    return new PersonRows(
        "quarantine",
        database,
        """
        select jsonb_build_object('kind', kind, 'key', entry_key, 'reason', reason, 'body', body)::text
          from held_entry where %s order by id limit $4
        """
            .formatted(about),
        "delete from held_entry where " + about);
  }
}
