package io.holdfast.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a service and a part it talks to over TCP, and resets connections when it is told:
 * all of them, or the one on which a certain text is being sent.
 */
public final class CuttableProxy implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final ServerSocket server;
  private final int target;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile Trap trap = Trap.NONE;
  private volatile boolean refusing;

  /** Where a text is when its connection is reset. */
  public enum When {
    NEVER,
    /** It has not arrived: what it asks for is not done. */
    BEFORE_IT_ARRIVES,
    /** It has arrived and the answer has not: what it asks for may be done, and nobody is told. */
    BEFORE_ITS_ANSWER
  }

  private record Trap(String before, String text, When when) {
    static final Trap NONE = new Trap("", "", When.NEVER);
  }

  private CuttableProxy(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  /** To a port of this machine. */
  public static CuttableProxy to(int port) {
    try {
      CuttableProxy proxy =
          new CuttableProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), port);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many connections were reset so far. */
  public int cuts() {
    return cuts.get();
  }

  /**
   * Resets, once, the next connection on which the text is sent.
   *
   * @param before what must have been sent on the connection some time before
   */
  public void cutAt(String before, String text, When when) {
    trap = new Trap(before, text, when);
  }

  /** Resets all connections. */
  public void cut() {
    lines.forEach(Line::reset);
  }

  /** Resets all connections and lets no new one through until {@link #mend}. */
  public void sever() {
    refusing = true;
    cut();
  }

  public void mend() {
    refusing = false;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    cut();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (refusing) {
          client.setSoLinger(true, 0);
          client.close();
        } else {
          connect(client);
        }
      } catch (IOException _) {
        // closed, or the other side is away: whoever connected finds out
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
    lines.add(line);
    Thread.ofVirtual().start(() -> line.pump(client, line.part, true));
    Thread.ofVirtual().start(() -> line.pump(line.part, client, false));
  }

  private final class Line {
    private final Socket client;
    private final Socket part;
    private final StringBuilder said = new StringBuilder();
    private volatile boolean mute;

    Line(Socket client, Socket part) {
      this.client = client;
      this.part = part;
    }

    void pump(Socket from, Socket to, boolean outward) {
      byte[] buffer = new byte[BUFFER];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          When when =
              outward
                  ? sprung(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))
                  : When.NEVER;
          if (when == When.BEFORE_IT_ARRIVES || (mute && !outward)) {
            reset();
            return;
          }
          mute = mute || when == When.BEFORE_ITS_ANSWER;
          out.write(buffer, 0, read);
          out.flush();
        }
      } catch (IOException _) {
        // the line is down, on both sides
      } finally {
        hangUp();
      }
    }

    /** Takes the trap away when the text springs it. */
    private When sprung(String text) {
      synchronized (CuttableProxy.this) {
        Trap set = trap;
        if (said.length() < BUFFER) {
          said.append(text);
        }
        if (set.when() == When.NEVER
            || !text.contains(set.text())
            || said.indexOf(set.before()) < 0) {
          return When.NEVER;
        }
        trap = Trap.NONE;
        return set.when();
      }
    }

    void reset() {
      cuts.incrementAndGet();
      hangUp();
    }

    private void hangUp() {
      lines.remove(this);
      for (Socket socket : new Socket[] {client, part}) {
        try {
          if (!socket.isClosed()) {
            socket.setSoLinger(true, 0); // a reset, no orderly end
            socket.close();
          }
        } catch (IOException _) {
          // it is down already
        }
      }
    }
  }
}
