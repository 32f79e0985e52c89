package io.holdfast.notification.persistence;

import io.holdfast.tenancy.erasing.ErasedPerson;
import io.holdfast.tenancy.erasing.PersonalTraces;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Mail to somebody who is erased, once its address is gone, is not sent any more. */
public final class MailToPerson implements PersonalTraces {
  private final DatabaseClient database;

  public MailToPerson(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "mail not sent yet";
  }

  @Override
  public Mono<Long> erase(ErasedPerson person) {
    return database
        .sql(
            """
            update delivery set state = 'dead', next_try_at = null
             where state = 'pending' and address = $1
            """) // a tenant's deliveries; a few times a year
        .bind(0, person.opaque())
        .fetch()
        .rowsUpdated();
  }
}
