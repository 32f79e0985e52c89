package io.holdfast.local.state;

import io.holdfast.local.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Ports of the parts, chosen once. They lie below the range from which the system takes the local
 * ports of outgoing connections, so that a part that restarts finds its port free.
 */
public final class Ports {

  private static final int FROM = 20_000;
  private static final int TO = 32_000;

  private final KeptValues kept;
  private final IntPredicate free;
  private final Random random;

  public Ports(KeptValues kept) {
    this(kept, Ports::isFree, new Random());
  }

  Ports(KeptValues kept, IntPredicate free, Random random) {
    this.kept = kept;
    this.free = free;
    this.random = random;
  }

  public synchronized int of(String name) {
    return Integer.parseInt(kept.computeIfAbsent(name, () -> String.valueOf(choose())));
  }

  /** The kept port, or another one where somebody else has taken it meanwhile. */
  public synchronized int freeFor(String name) {
    int port = of(name);
    if (!free.test(port)) {
      port = choose();
      kept.put(name, String.valueOf(port));
    }
    return port;
  }

  private int choose() {
    while (true) {
      int port = random.nextInt(FROM, TO);
      if (!kept.all().containsValue(String.valueOf(port)) && free.test(port)) {
        return port;
      }
    }
  }

  /**
   * @throws Refusal when the port cannot be listened on
   */
  public static void requireFree(int port) {
    try {
      listenOnce(port);
    } catch (IOException e) {
      boolean forbidden = String.valueOf(e.getMessage()).startsWith("Permission denied");
      throw new Refusal(
          "Port %d is %s; choose another one with --port N."
              .formatted(
                  port, forbidden ? "not open to ordinary users" : "taken by another program"),
          e);
    }
  }

  static boolean isFree(int port) {
    try {
      listenOnce(port);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void listenOnce(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
