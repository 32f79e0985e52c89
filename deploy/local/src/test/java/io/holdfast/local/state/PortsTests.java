package io.holdfast.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.Refusal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

  @TempDir Path folder;

  @Test
  void choosesAPortOnce() {
    int chosen = ports(new Random(1)).of("kafka");

    assertThat(ports(new Random(2)).of("kafka")).isEqualTo(chosen);
  }

  @Test
  void givesNoPortTwice() {
    Random sameAgain =
        new Random(0) {
          private static final long serialVersionUID = 1L;
          private int turn;

          @Override
          public int nextInt(int from, int to) {
            return from + turn++ / 3;
          }
        };
    Ports ports = ports(sameAgain);

    assertThat(Set.of(ports.of("a"), ports.of("b"), ports.of("c"))).hasSize(3);
  }

  @Test
  void movesAwayFromAPortThatSomebodyHasTaken() {
    Set<Integer> taken = new HashSet<>();
    Ports ports =
        new Ports(
            new KeptValues(folder.resolve("ports")), port -> !taken.contains(port), new Random(3));
    int first = ports.of("kafka");
    taken.add(first);

    assertThat(ports.freeFor("kafka")).isNotEqualTo(first).isEqualTo(ports.of("kafka"));
  }

  @Test
  void seesThatAPortIsTaken() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void refusesATakenPortInOneSentence() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree(socket.getLocalPort()))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("is taken by another program");
    }
  }

  private Ports ports(Random random) {
    return new Ports(new KeptValues(folder.resolve("ports")), _ -> true, random);
  }
}
