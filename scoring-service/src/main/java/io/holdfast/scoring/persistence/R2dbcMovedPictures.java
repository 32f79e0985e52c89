package io.holdfast.scoring.persistence;

import io.holdfast.scoring.rescoring.MovedPictures;
import io.holdfast.tenancy.TenantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcMovedPictures implements MovedPictures {

  private final DatabaseClient database;

  R2dbcMovedPictures(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> move(TenantId tenant, String from, String into) {
    return database
        .sql("set local statement_timeout = '10min'") // of a large account it takes a while
        .then()
        .then(database.sql("call move_account($1, $2)").bind(0, from).bind(1, into).then());
  }
}
