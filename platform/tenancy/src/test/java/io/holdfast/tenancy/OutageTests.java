package io.holdfast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTests {

  @Test
  void aLostConnectionIsAnOutageHoweverDeep() {
    Throwable lost =
        new RuntimeException(new RuntimeException(new R2dbcNonTransientResourceException("gone")));
    assertThat(Outage.caused(lost)).isTrue();
    assertThat(Outage.caused(new DataAccessResourceFailureException("gone"))).isTrue();
    assertThat(Outage.caused(new IllegalStateException(new TimeoutException()))).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "08006, connection failure, true",
    "25006, read-only transaction, true",
    "28P01, invalid password, true",
    "40001, serialization failure, true",
    "40P01, deadlock detected, true",
    "53100, disk full, true",
    "53300, too many connections, true",
    "55P03, lock not available, true",
    "57014, query cancelled, true",
    "57P01, admin shutdown, true",
    "58030, input or output error, true",
    "0A000, feature not supported, false",
    "22021, character not in repertoire, false",
    "23505, unique violation, false",
    "42501, insufficient privilege, false",
    "42P01, undefined table, false",
    "54000, program limit exceeded, false",
    "P0001, raised by a function, false",
    "XX000, internal error, false",
  })
  void whatTheDatabaseRefusesIsJudgedByItsState(String state, String meaning, boolean outage) {
    Throwable refused = new R2dbcNonTransientResourceException(meaning, state);

    assertThat(Outage.caused(refused)).isEqualTo(outage);
    assertThat(Outage.caused(new DataAccessResourceFailureException("wrapped", refused)))
        .isEqualTo(outage);
  }

  @Test
  void aTransactionThatCannotBeginIsNobodysFault() {
    assertThat(
            Outage.caused(
                new CannotCreateTransactionException(
                    "no", new R2dbcNonTransientResourceException("no such database", "3D000"))))
        .isTrue();
  }

  @Test
  void aFaultThatStaysTheSameIsNone() {
    assertThat(Outage.caused(new DataIntegrityViolationException("duplicate"))).isFalse();
    assertThat(Outage.caused(new IllegalArgumentException())).isFalse();
    assertThat(Outage.caused(null)).isFalse();
  }
}
