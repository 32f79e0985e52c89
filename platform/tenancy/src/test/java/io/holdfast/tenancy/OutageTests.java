package io.holdfast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class OutageTests {

  @Test
  void aLostConnectionIsAnOutageHoweverDeep() {
    Throwable lost =
        new RuntimeException(new RuntimeException(new R2dbcNonTransientResourceException("gone")));
    assertThat(Outage.caused(lost)).isTrue();
    assertThat(Outage.caused(new DataAccessResourceFailureException("gone"))).isTrue();
    assertThat(Outage.caused(new IllegalStateException(new TimeoutException()))).isTrue();
  }

  @Test
  void aFaultThatStaysTheSameIsNone() {
    assertThat(Outage.caused(new DataIntegrityViolationException("duplicate"))).isFalse();
    assertThat(Outage.caused(new IllegalArgumentException())).isFalse();
    assertThat(Outage.caused(null)).isFalse();
  }
}
