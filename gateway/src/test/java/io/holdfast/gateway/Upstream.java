package io.holdfast.gateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** A service behind the gateway, over real HTTP: answers with its name and what reached it. */
final class Upstream {
  private final String name;
  private final DisposableServer server;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AtomicLong received = new AtomicLong();

  /** Hangs up on every request but the question whether it is ready. */
  volatile boolean hangsUp;

  /** Ends what {@code /api/v1/imports/held} waits for. */
  final Sinks.Empty<Void> held = Sinks.empty();

  volatile String openApi = "{\"openapi\":\"3.1.0\",\"paths\":{}}";

  /** What it makes of a token. */
  volatile String access = "{}";

  volatile int accessStatus = 200;

  Upstream(String name) {
    this.name = name;
    this.server = HttpServer.create().host("localhost").port(0).handle(this::answer).bindNow();
  }

  String url() {
    return "http://localhost:" + server.port();
  }

  List<String> seen() {
    return seen;
  }

  /** Bytes of bodies, as they come in. */
  long received() {
    return received.get();
  }

  void stop() {
    server.disposeNow();
  }

  private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    seen.add(request.method() + " " + request.uri());
    if (hangsUp && !request.uri().equals("/readyz")) {
      response.withConnection(connection -> connection.channel().close());
      return Mono.never();
    }
    return switch (request.uri()) {
      case "/openapi.json" -> json(response, openApi);
      case "/api/v1/access" -> json(response.status(accessStatus), access);
      case "/api/v1/portfolio/slow" -> Mono.never();
      case "/api/v1/imports/held" -> held.asMono().then(json(response, "{}"));
      case "/api/v1/portfolio/cookie" -> json(response.header("Set-Cookie", "a=b"), "{}");
      default ->
          request
              .receive()
              .map(part -> part.readableBytes())
              .doOnNext(received::addAndGet)
              .reduce(0, Integer::sum)
              .flatMap(length -> json(response, told(request, length)));
    };
  }

  private String told(HttpServerRequest request, int length) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.requestHeaders().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of("service", name, "uri", request.uri(), "headers", headers, "length", length));
  }

  private static Mono<Void> json(HttpServerResponse response, String body) {
    return response.header("Content-Type", "application/json").sendString(Mono.just(body)).then();
  }
}
