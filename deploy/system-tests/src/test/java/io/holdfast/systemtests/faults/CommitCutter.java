package io.holdfast.systemtests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Stands between the services and the database. While it is armed it resets connections at the
 * moment of a commit: half of them before the database has heard it, half before its answer.
 */
final class CommitCutter implements AutoCloseable {
  private static final String COMMIT = "COMMIT";

  private final ServerSocket door;
  private final IntSupplier database;
  private final AtomicInteger cut = new AtomicInteger();
  private volatile boolean armed;

  CommitCutter(IntSupplier database) {
    this.database = database;
    try {
      door = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void arm(boolean on) {
    armed = on;
  }

  int commitsCut() {
    return cut.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        try {
          Socket server = new Socket(InetAddress.getByName("127.0.0.1"), database.getAsInt());
          client.setTcpNoDelay(true);
          server.setTcpNoDelay(true);
          Thread.ofVirtual().start(() -> toDatabase(client, server));
          Thread.ofVirtual().start(() -> toClient(server, client));
        } catch (IOException _) {
          client.close(); // the database is away
        }
      } catch (IOException _) {
        // closed, or the client went away
      }
    }
  }

  private void toDatabase(Socket client, Socket server) {
    pass(
        client,
        server,
        (bytes, length, out) -> {
          boolean commit =
              armed && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMIT);
          boolean heard = !commit || ThreadLocalRandom.current().nextBoolean();
          if (heard) {
            out.write(bytes, 0, length);
          }
          if (commit) {
            cut.incrementAndGet();
            client.setSoLinger(true, 0); // a reset, not an end
            client.close();
            Doors.sleep(java.time.Duration.ofMillis(50)); // the database does what it heard
            throw new IOException("cut");
          }
        });
  }

  private static void toClient(Socket server, Socket client) {
    pass(server, client, (bytes, length, out) -> out.write(bytes, 0, length));
  }

  private interface Passing {
    void pass(byte[] bytes, int length, OutputStream out) throws IOException;
  }

  private static void pass(Socket from, Socket to, Passing passing) {
    byte[] bytes = new byte[16_384];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        passing.pass(bytes, length, out);
      }
    } catch (IOException _) {
      // one side is gone; so is the other
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
