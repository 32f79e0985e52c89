package io.holdfast.systemtests;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partner's endpoint: keeps what arrives, and verifies it with the independent library. */
public final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

  public WebhookReceiver(int port) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
      server.createContext("/", this::receive);
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/holdfast";
  }

  public record Delivery(Instant at, Map<String, List<String>> headers, String body) {
    public void verify(String secret) {
      try {
        new Webhook(secret).verify(body, headers);
      } catch (WebhookVerificationException failure) {
        throw new AssertionError("the signature does not verify", failure);
      }
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    deliveries.add(
        new Delivery(Instant.now(), HttpHeaders.of(headers, (_, _) -> true).map(), body));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** Other tests of the tenant may cause alerts of their own. */
  public List<Delivery> deliveriesAbout(String accountId) {
    return deliveries.stream()
        .filter(delivery -> delivery.body().contains("\"" + accountId + "\""))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
