package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Facts that name a person: erased, they keep their figures and lose their free text. */
@Component
class FactsOfPerson implements PersonalData {
  private static final String ABOUT =
      "kind in ('facts', 'surveys') and body::jsonb ->> 'contactId' = any($1::text[])";

  private final DatabaseClient database;
  private final PersonRows rows;

  FactsOfPerson(DatabaseClient database) {
    this.database = database;
    this.rows =
        new PersonRows(
            "facts",
            database,
            """
            select (body::jsonb || jsonb_build_object('accountId', account_id))::text from archived_fact
             where %s and ($2::text[], $3::text) is not null order by id limit $4
            """
                .formatted(ABOUT),
            """
            update archived_fact
               set body = (body::jsonb - 'text' || jsonb_build_object('contactId', $3::text))::text
             where %s and $2::text[] is not null
            """
                .formatted(ABOUT));
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public Flux<String> export(Person person, int most) {
    return rows.export(person, most);
  }

  @Override
  public Mono<Long> erase(Person person) {
    return rows.erase(person);
  }

  @Override
  public Mono<List<String>> facts(Person person) {
    return database
        .sql("select distinct entry_key from archived_fact where kind = 'facts' and " + ABOUT)
        .bind(0, person.idArray())
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .all()
        .collectList();
  }
}
