package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonRows;
import io.holdfast.ingestion.privacy.PersonalData;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What imports hold about a person: their bodies, and what is said of faulty lines. */
@Configuration(proxyBeanMethods = false)
class PersonInImports {

  @Bean
  PersonalData faultsOfPerson(DatabaseClient database) {
    String about = PersonRows.holds("message") + " and ($1::text[], $3::text) is not null";
    return new PersonRows(
        "faults of imports",
        database,
        """
        select jsonb_build_object('importId', import_id, 'line', line, 'message', message)::text
          from import_fault where %s limit $4
        """
            .formatted(about),
        "delete from import_fault where " + about);
  }

  /**
   * Bodies that were read serve nothing any more, and a name may stand across two of their pieces:
   * all of them go. Those yet to be read are waited for.
   */
  @Component
  static class Bodies implements PersonalData {
    private final DatabaseClient database;

    Bodies(DatabaseClient database) {
      this.database = database;
    }

    @Override
    public String name() {
      return "bodies of imports";
    }

    @Override
    public Flux<String> export(Person person, int most) {
      return Flux.empty(); // what stands there has entered, or is among the faults
    }

    @Override
    public Mono<Long> erase(Person person) {
      return database
          .sql(
              """
              delete from import_chunk c using import i
               where i.import_id = c.import_id and i.state in ('completed', 'failed')
              """)
          .fetch()
          .rowsUpdated();
    }

    @Override
    public Mono<Boolean> unsettled() {
      return database
          .sql("select exists (select from import where state not in ('completed', 'failed'))")
          .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
          .one();
    }
  }
}
