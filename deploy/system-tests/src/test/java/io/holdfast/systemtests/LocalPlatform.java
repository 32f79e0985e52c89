package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A platform started by the command of the README, with a state folder and ports of its own. Most
 * tests share one with the demo company, each with accounts of its own; a test that moves the clock
 * moves it for everybody and starts a platform for itself. Egress is open to one address of this
 * machine, where tests receive webhooks.
 */
final class LocalPlatform implements AutoCloseable {

  private final Path repository;
  private final Path state;
  private final int port;
  private final int receiverPort;
  private Map<String, JsonNode> parts = Map.of(); // as started; ports and logs stay

  private LocalPlatform(Path repository, Path state, int port, int receiverPort) {
    this.repository = repository;
    this.state = state;
    this.port = port;
    this.receiverPort = receiverPort;
  }

  /** The one with the demo company: started when first asked for, stopped when the run ends. */
  static LocalPlatform instance() {
    return Shared.PLATFORM;
  }

  private static final class Shared {
    static final LocalPlatform PLATFORM = start("platform");
  }

  /** A further one with empty tenants, to be closed by who asked for it. */
  static LocalPlatform empty(String name) {
    return start("platform-" + name, "--no-demo");
  }

  URI gateway() {
    return URI.create("http://localhost:" + port);
  }

  /** The one local port that webhooks may go to. */
  int receiverPort() {
    return receiverPort;
  }

  Path state() {
    return state;
  }

  Path repository() {
    return repository;
  }

  String token(String client, String tenant) {
    return run("token", "--client", client, "--tenant", tenant).strip();
  }

  String token(String client, String tenant, String scope) {
    return run("token", "--client", client, "--tenant", tenant, "--scope", scope).strip();
  }

  String writeKey(String tenant) {
    return run("token", "--tenant", tenant, "--write-key").strip();
  }

  String clock(String shift) {
    return run("clock", shift);
  }

  String mail(String... arguments) {
    List<String> words = new ArrayList<>(List.of("mail"));
    words.addAll(List.of(arguments));
    return run(words.toArray(String[]::new));
  }

  /** What {@code status} says; it exits with 1 while a part is missing, which is an answer too. */
  JsonNode status() {
    return Door.JSON.readTree(execute(Duration.ofMinutes(1), "status", "--json").printed());
  }

  /** The process of one part. */
  long pid(String part) {
    return status()
        .get("parts")
        .valueStream()
        .filter(one -> one.get("name").asString().equals(part))
        .findFirst()
        .orElseThrow()
        .get("pid")
        .asLong();
  }

  /**
   * Waits until everything that was sent has had its effect: nothing unread, unpublished or due. A
   * message that was given up is a failure.
   */
  void awaitQuiet() {
    await("nothing is left to do")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isQuiet(status()) && isQuiet(status()));
    for (JsonNode backlog : status().get("backlog")) {
      assertThat(backlog.get("deadLetters").asLong()).as("dead letters").isZero();
    }
  }

  private static boolean isQuiet(JsonNode status) {
    return status.get("up").asBoolean()
        && status.get("lag").valueStream().allMatch(lag -> lag.asLong() == 0)
        && status.get("backlog").valueStream().allMatch(LocalPlatform::isDone);
  }

  private static boolean isDone(JsonNode backlog) {
    return backlog.get("outbox").asLong() == 0
        && backlog.get("timers").valueStream().allMatch(due -> due.asLong() == 0);
  }

  /** The file the part logs to. */
  Path log(String part) {
    return Path.of(parts.get(part).get("log").asString());
  }

  /** A connection of the database's superuser, to look at what was stored. */
  Connection database() throws SQLException {
    return databaseAs("postgres", "postgres");
  }

  /** A connection with a service's role for serving. */
  Connection databaseAsServing(String service) throws SQLException {
    return databaseAs(service + "_app", "database." + service + ".app");
  }

  private Connection databaseAs(String role, String secret) throws SQLException {
    Properties secrets = new Properties();
    try (var in = Files.newInputStream(state.resolve("secrets.properties"))) {
      secrets.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + parts.get("postgresql").get("port").asInt() + "/holdfast",
        role,
        secrets.getProperty(secret));
  }

  /** Runs one of the launcher's commands and gives what it printed; fails when it failed. */
  String run(String... words) {
    return run(Duration.ofMinutes(10), words);
  }

  private record Ended(int exit, String printed) {}

  private String run(Duration longest, String... words) {
    Ended ended = execute(longest, words);
    if (ended.exit() != 0) {
      throw new AssertionError(
          String.join(" ", words) + " ended with " + ended.exit() + "\n" + ended.printed());
    }
    return ended.printed();
  }

  private Ended execute(Duration longest, String... words) {
    try {
      Path output = Files.createTempFile("holdfast", ".out");
      List<String> command = new ArrayList<>(List.of(words));
      command.set(0, repository.resolve("deploy/local/" + words[0]).toString());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(repository.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("HOLDFAST_STATE", state.toString());
      builder.environment().put("HOLDFAST_AOT", "off"); // this state is not started a second time
      Process process = builder.start();
      boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (!ended) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within " + longest + "\n" + printed);
      }
      return new Ended(process.exitValue(), printed);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private static LocalPlatform start(String name, String... options) {
    try {
      Path repository = Path.of("../..").toRealPath();
      Path state = Path.of("target", name).toAbsolutePath();
      LocalPlatform platform = new LocalPlatform(repository, state, freePort(), freePort());
      Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
      List<String> words = new ArrayList<>(List.of("up", "--fresh", "--detach"));
      words.addAll(List.of("--port", Integer.toString(platform.port)));
      words.addAll(List.of("--allow-egress", "127.0.0.1:" + platform.receiverPort));
      words.addAll(List.of(options));
      System.out.println(platform.run(Duration.ofMinutes(9), words.toArray(String[]::new)));
      platform.parts =
          platform
              .status()
              .get("parts")
              .valueStream()
              .collect(Collectors.toMap(part -> part.get("name").asString(), part -> part));
      return platform;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Closed twice, nothing happens the second time. */
  @Override
  public void close() {
    run("down");
  }

  /**
   * Bound later, by another process: below the range from which outgoing connections take theirs,
   * and from which the launcher takes those of the parts.
   */
  private static int freePort() {
    RandomGenerator random = RandomGenerator.getDefault();
    while (true) {
      int port = random.nextInt(10_000, 20_000);
      try (ServerSocket _ = new ServerSocket(port)) {
        return port;
      } catch (IOException _) {
        // taken; another one
      }
    }
  }
}
