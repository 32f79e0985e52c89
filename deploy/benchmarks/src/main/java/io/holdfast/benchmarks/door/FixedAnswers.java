package io.holdfast.benchmarks.door;

import java.util.Locale;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** A service that always answers the same page of accounts, at next to no cost. */
public final class FixedAnswers {
  private static final String ITEM =
      "{\"accountId\":\"acme-%d\",\"name\":\"Acme"
          + " %d\",\"score\":71.25,\"band\":\"watch\",\"mrr\":\"1200\"}";

  private FixedAnswers() {}

  public static void main(String[] arguments) throws InterruptedException {
    StringBuilder page = new StringBuilder("{\"items\":[");
    for (int i = 0; i < 10; i++) {
      page.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, ITEM, i, i));
    }
    page.append("],\"next\":null}");
    String body = page.toString();
    HttpServer.create()
        .host("127.0.0.1")
        .port(Integer.parseInt(arguments[0]))
        .handle(
            (_, response) ->
                response
                    .header("Content-Type", "application/json")
                    .header("Content-Length", Integer.toString(body.length()))
                    .sendString(Mono.just(body)))
        .bindNow();
    Thread.currentThread().join(); // until the process is ended
  }
}
