package io.holdfast.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTests {

  @Test
  void recognisesARunningProcess() {
    assertThat(ProcessIdentity.current().alive()).isTrue();
  }

  @Test
  void isNotFooledByAnotherProcessWithTheSameId() {
    ProcessIdentity earlier = new ProcessIdentity(ProcessHandle.current().pid(), "1");

    assertThat(earlier.alive()).isFalse();
  }

  @Test
  void readsTheStartBehindAnyName() {
    String rest = "S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20";

    assertThat(ProcessIdentity.startTicks("42 (odd) name) " + rest)).contains("4711");
  }

  @Test
  void aZombieDoesNotRun() {
    String rest = "Z 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20";

    assertThat(ProcessIdentity.startTicks("42 (java) " + rest)).isEmpty();
  }
}
