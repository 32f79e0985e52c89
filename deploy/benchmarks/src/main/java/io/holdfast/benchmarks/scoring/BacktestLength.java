package io.holdfast.benchmarks.scoring;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backtest of the demo company over its eighteen months, weekly, from the request to the report
 * as its asker sees it; and what scoring keeps in memory meanwhile.
 */
public final class BacktestLength implements Comparison {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double WANTED_MILLIS = 20_000;
  private static final int WARM_UP = 2;
  private static final int TURNS = 5;
  private static final int LOOKS = 5;
  private static final long STEP_MILLIS = 400;
  private static final long LOOK_MILLIS = 50;

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "backtest";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    String token = platform.token();
    for (int turn = 0; turn < WARM_UP; turn++) {
      finish(ask(platform, token), token);
    }
    double[] took = new double[TURNS];
    double[] wanted = new double[TURNS];
    Arrays.fill(wanted, WANTED_MILLIS);
    JsonNode last = JSON.createObjectNode();
    for (int turn = 0; turn < TURNS; turn++) {
      long started = System.nanoTime();
      last = finish(ask(platform, token), token);
      took[turn] = (System.nanoTime() - started) / 1e6;
    }
    report.ratio(
        "a backtest of %,d accounts, %,d weeks of theirs"
            .formatted(last.get("accounts").asLong(), last.get("accountWeeks").asLong()),
        "ms",
        took,
        wanted,
        "≤ 1.00");
    double before = platform.keptByHeap("scoring");
    double most = mostKept(platform, token);
    report.line(
        "scoring's heap after a collection, at most, during a backtest",
        "%,.0f MB".formatted(most / 1e6),
        "%,.0f MB before it".formatted(before / 1e6),
        "%.2f".formatted(most / before),
        "bounded");
  }

  /** The most that survives a collection at some instant of a backtest. */
  private double mostKept(Platform platform, String token) throws Exception {
    double most = 0;
    for (int look = 1; look <= LOOKS; look++) {
      URI asked = ask(platform, token);
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS * look);
      most = Math.max(most, platform.keptByHeap("scoring"));
      finish(asked, token);
    }
    return most;
  }

  private URI ask(Platform platform, String token) throws Exception {
    URI backtests = platform.gateway().resolve("/api/v1/scoring-models/enterprise-v1/backtests");
    HttpResponse<String> answer =
        send(
            request(backtests, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    if (answer.statusCode() != 202) {
      throw new IOException("no backtest: " + answer.statusCode() + " " + answer.body());
    }
    return backtests.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  /** Its report, as soon as it can be read. */
  private JsonNode finish(URI asked, String token) throws Exception {
    while (true) {
      JsonNode now = JSON.readTree(send(request(asked, token).GET()).body());
      switch (now.path("status").asString("")) {
        case "done" -> {
          return now.get("report");
        }
        case "queued", "running" -> TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        default -> throw new IOException("no report: " + now);
      }
    }
  }

  private static HttpRequest.Builder request(URI address, String token) {
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
