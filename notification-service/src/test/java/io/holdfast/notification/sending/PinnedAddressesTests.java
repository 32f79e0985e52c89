package io.holdfast.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

class PinnedAddressesTests {

  private final InetAddress checked = InetAddress.getLoopbackAddress();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(checked, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-name.invalid", "192.0.2.1", "[2001:db8::1]"})
  void theConnectionGoesToTheCheckedAddressWhateverTheHostSays(String host) {
    try (PinnedAddresses pinned = new PinnedAddresses(List.of(checked))) {
      Integer status =
          HttpClient.newConnection()
              .resolver(pinned)
              .get()
              .uri("http://" + host + ":" + server.getAddress().getPort() + "/")
              .response()
              .map(response -> response.status().code())
              .block();

      assertThat(status).isEqualTo(204);
    }
  }
}
