package io.holdfast.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail for everybody and delivers it to a folder only. */
public final class CatchingServer {

  private static final int LARGEST_MESSAGE = 25 * 1024 * 1024;

  private CatchingServer() {}

  /**
   * @param arguments port, folder
   */
  public static void main(String[] arguments) {
    start(Integer.parseInt(arguments[0]), new Mailbox(Path.of(arguments[1]), Clock.systemUTC()));
    System.out.println("Catching mail on port " + arguments[0] + " into " + arguments[1]);
  }

  /** A message is on disk before its sender is told that it was taken. */
  static SMTPServer start(int port, Mailbox mailbox) {
    SMTPServer server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .softwareName("Holdfast local")
            .maxMessageSize(LARGEST_MESSAGE)
            .messageHandler(
                (_, from, to, data) -> {
                  try {
                    mailbox.keep(from, to, data);
                  } catch (IOException e) {
                    throw new RejectException(452, "Cannot be kept: " + e.getMessage());
                  }
                })
            .build();
    server.start();
    return server;
  }
}
