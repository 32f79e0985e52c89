package io.holdfast.ingestion.audit;

import io.holdfast.ingestion.privacy.Person;
import io.holdfast.ingestion.privacy.PersonalData;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries about a person, who is their object: they stay, about whoever stands for the person. */
@Component
class PersonInAudit implements PersonalData {
  private final DatabaseClient database;

  PersonInAudit(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "audit log";
  }

  @Override
  public Flux<String> export(Person person, int most) {
    return database
        .sql(
            """
            select jsonb_build_object('at', happened_at, 'action', action, 'actor', actor)::text
              from audit_entry where object_id = any($1::text[]) or lower(object_id) = any($1::text[])
             order by happened_at limit $2
            """) // a request of a few times a year reads the tenant's log
        .bind(0, person.names())
        .bind(1, most)
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .all();
  }

  @Override
  public Mono<Long> erase(Person person) {
    return database
        .sql("select forget_in_audit($1)")
        .bind(0, person.names())
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }
}
