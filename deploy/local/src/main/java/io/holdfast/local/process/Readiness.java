package io.holdfast.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A look from outside at whether a part can do its work now. */
@FunctionalInterface
public interface Readiness {

  boolean ready();

  /** Something accepts connections on the port. */
  static Readiness listening(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return true;
      } catch (IOException _) {
        return false;
      }
    };
  }

  /** The path answers 200. */
  static Readiness answering(int port, String path) {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return () -> {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
      try {
        return Web.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException _) {
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  /** One client for all looks. */
  final class Web {
    private static final HttpClient CLIENT =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Web() {}
  }
}
