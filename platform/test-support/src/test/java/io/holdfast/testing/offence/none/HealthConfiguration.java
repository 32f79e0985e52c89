package io.holdfast.testing.offence.none;

import io.holdfast.testing.offence.none.persistence.R2dbcHealths;
import io.holdfast.testing.offence.none.rescoring.Healths;
import org.springframework.r2dbc.core.DatabaseClient;

class HealthConfiguration {
  Healths healths(DatabaseClient database) {
    return new R2dbcHealths(database);
  }
}
