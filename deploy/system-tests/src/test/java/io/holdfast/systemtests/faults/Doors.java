package io.holdfast.systemtests.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** All gateways; a request goes to any of them, and again until one says that it is accepted. */
final class Doors implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final List<URI> gateways;
  private final OutsideLedger ledger;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  Doors(List<URI> gateways, OutsideLedger ledger) {
    this.gateways = List.copyOf(gateways);
    this.ledger = ledger;
  }

  /**
   * Writes the ids into the ledger once they are accepted.
   *
   * @param goOn asked before each further try
   * @return whether it was accepted
   */
  boolean insist(
      String path,
      Supplier<Map<String, String>> headers,
      String body,
      List<String> ids,
      Random random,
      BooleanSupplier goOn) {
    long began = System.nanoTime();
    while (!once(path, headers.get(), body, random)) {
      ledger.unanswered();
      if (!goOn.getAsBoolean()) {
        return false;
      }
      sleep(PAUSE);
    }
    ledger.waited(Duration.ofNanos(System.nanoTime() - began));
    ledger.acknowledged(ids);
    return true;
  }

  /** One try at one of the doors. */
  boolean once(String path, Map<String, String> headers, String body, Random random) {
    URI door = gateways.get(random.nextInt(gateways.size()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(path))
            .timeout(LONGEST_ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request.build()).filter(Doors::accepted).isPresent();
  }

  private static boolean accepted(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 200 || status == 202) {
      return true;
    }
    if (status == 429 || status >= 500) {
      return false;
    }
    throw new AssertionError(answer.uri() + " answered " + status + "\n" + answer.body());
  }

  private Optional<HttpResponse<String>> send(HttpRequest request) {
    try {
      return Optional.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
