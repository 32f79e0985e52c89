package io.holdfast.benchmarks.door;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import io.holdfast.benchmarks.load.Load;
import io.holdfast.benchmarks.load.Measured;
import io.holdfast.benchmarks.load.PreparedRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The gateway with all its filters beside one bare route with the same flags of the JVM. The rest
 * of the platform stands still meanwhile.
 */
public final class GatewayRoute implements Comparison {
  private static final int CONNECTIONS = 64;

  /** Requests are counted all the same. */
  private static final String NEVER_REACHED = "1000000000";

  private static final List<String> PARTS_NOT_MEASURED =
      List.of("kafka", "mail", "ingestion", "scoring", "metrics", "notification", "gateway");
  private static final int TURNS = 9;

  /** As many as the compiler takes on two busy cores: counted earlier, it would be what is seen. */
  private static final int WARM_UP_TURNS = 12;

  private static final Duration TURN = Duration.ofSeconds(6);

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    List<Process> started = new ArrayList<>();
    String token = platform.token();
    platform.pause(PARTS_NOT_MEASURED);
    try {
      int upstream = freePort();
      int bare = freePort();
      int ours = freePort();
      started.add(fixedAnswers(platform, upstream));
      started.add(bareGateway(platform, bare, upstream));
      started.add(gateway(platform, ours, upstream));
      for (int port : List.of(upstream, bare, ours)) {
        awaitListening(port);
      }
      Thread.sleep(5_000);
      compare(token, new Door(bare, started.get(1)), new Door(ours, started.get(2)), report);
    } finally {
      for (Process process : started) {
        process.destroy();
        process.waitFor();
      }
      platform.goOn(PARTS_NOT_MEASURED);
    }
  }

  private record Door(int port, Process process) {
    /** Processor time of one request, in microseconds. */
    double cost(Load load, double perSecond) throws InterruptedException {
      Duration before = process.info().totalCpuDuration().orElseThrow();
      Measured measured = load.at(perSecond, Duration.ofSeconds(12)).whole();
      Duration after = process.info().totalCpuDuration().orElseThrow();
      return after.minus(before).toNanos() / 1e3 / measured.answered();
    }
  }

  private static void compare(String token, Door bare, Door ours, Report report) throws Exception {
    double[] with = new double[TURNS];
    double[] without = new double[TURNS];
    try (Load filtered = load(ours.port(), token);
        Load plain = load(bare.port(), token)) {
      for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
        double ourTurn = filtered.asFastAsAnswered(TURN).whole().perSecond();
        double bareTurn = plain.asFastAsAnswered(TURN).whole().perSecond();
        System.err.printf(Locale.ROOT, "turn %d: %.2f%n", turn, ourTurn / bareTurn);
        if (turn >= 0) {
          with[turn] = ourTurn;
          without[turn] = bareTurn;
        }
      }
      report.ratio(
          "gateway with all filters, beside a bare route", "requests/s", with, without, "≥ 0.75");
      double quarter = Report.median(with) / 4;
      Measured ourQuarter = filtered.at(quarter, Duration.ofSeconds(15)).whole();
      Measured bareQuarter = plain.at(quarter, Duration.ofSeconds(15)).whole();
      report.line(
          "gateway, p99 at %,.0f/s, a quarter of our most".formatted(quarter),
          Report.milliseconds(ourQuarter.percentile(99)),
          Report.milliseconds(bareQuarter.percentile(99)),
          "+" + Report.milliseconds(ourQuarter.percentile(99) - bareQuarter.percentile(99)),
          "≤ bare + 3 ms");
      report.ratio(
          "gateway, processor time of a request at the same rate",
          "µs",
          new double[] {ours.cost(filtered, quarter)},
          new double[] {bare.cost(plain, quarter)},
          "not stated");
    }
  }

  private static Load load(int port, String token) throws InterruptedException {
    URI door = URI.create("http://127.0.0.1:" + port);
    return new Load(
        door,
        CONNECTIONS,
        PreparedRequest.get(
            door.resolve("/api/v1/accounts?limit=10"), Map.of("Authorization", "Bearer " + token)));
  }

  private static Process fixedAnswers(Platform platform, int port) throws IOException {
    return start(platform, FixedAnswers.class, List.of(Integer.toString(port)), Map.of());
  }

  private static Process bareGateway(Platform platform, int port, int upstream) throws IOException {
    return start(
        platform,
        BareGateway.class,
        List.of(),
        Map.of(
            "SERVER_PORT", Integer.toString(port), "UPSTREAM_URL", "http://127.0.0.1:" + upstream));
  }

  /** As the running one was started, but in front of the fixed answers. */
  private static Process gateway(Platform platform, int port, int upstream)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(platform.command("gateway"));
    builder.environment().putAll(platform.environment("gateway"));
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(freePort()));
    builder.environment().put("HOLDFAST_RATE_CLIENT", NEVER_REACHED);
    builder.environment().put("HOLDFAST_RATE_TENANT", NEVER_REACHED);
    for (String service : List.of("INGESTION", "SCORING", "METRICS", "NOTIFICATION")) {
      builder.environment().put("HOLDFAST_" + service + "_URL", "http://127.0.0.1:" + upstream);
    }
    return quiet(builder).start();
  }

  /** With the flags of the running gateway. */
  private static Process start(
      Platform platform, Class<?> main, List<String> arguments, Map<String, String> environment)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            platform.command("gateway").stream().takeWhile(word -> !word.equals("-jar")).toList());
    command.removeIf(word -> word.startsWith("-XX:AOT"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return quiet(builder).start();
  }

  private static ProcessBuilder quiet(ProcessBuilder builder) {
    return builder
        .directory(Path.of("").toAbsolutePath().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitListening(int port) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < deadline) {
      try (Socket _ = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException _) {
        Thread.sleep(200);
      }
    }
    throw new IllegalStateException("nothing listens on " + port);
  }
}
