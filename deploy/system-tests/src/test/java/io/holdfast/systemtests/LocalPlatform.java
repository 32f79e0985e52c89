package io.holdfast.systemtests;

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
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The platform started by the command of the README, once a test run, with a state folder and ports
 * of its own; stopped when the run ends. Egress is open to one address of this machine, where tests
 * receive webhooks.
 */
final class LocalPlatform {
  private static final LocalPlatform INSTANCE = start();

  private final Path repository;
  private final Path state;
  private final int port;
  private final int receiverPort;

  private LocalPlatform(Path repository, Path state, int port, int receiverPort) {
    this.repository = repository;
    this.state = state;
    this.port = port;
    this.receiverPort = receiverPort;
  }

  static LocalPlatform instance() {
    return INSTANCE;
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

  /** Port, state and process of one part. */
  JsonNode part(String name) {
    return status()
        .get("parts")
        .valueStream()
        .filter(part -> part.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A connection of the database's superuser, to look at what was stored. */
  Connection database() throws SQLException {
    Properties secrets = new Properties();
    try (var in = Files.newInputStream(state.resolve("secrets.properties"))) {
      secrets.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + part("postgresql").get("port").asInt() + "/holdfast",
        "postgres",
        secrets.getProperty("postgres"));
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

  private static LocalPlatform start() {
    try {
      Path repository = Path.of("../..").toRealPath();
      Path state = Path.of("target/platform").toAbsolutePath();
      LocalPlatform platform = new LocalPlatform(repository, state, freePort(), freePort());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.run("down")));
      String printed =
          platform.run(
              Duration.ofMinutes(9),
              "up",
              "--fresh",
              "--detach",
              "--port",
              Integer.toString(platform.port),
              "--allow-egress",
              "127.0.0.1:" + platform.receiverPort);
      System.out.println(printed);
      return platform;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
