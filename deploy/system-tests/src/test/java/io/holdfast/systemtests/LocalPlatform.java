package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
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
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A platform started by the command of the README, with a state folder and ports of its own. Most
 * tests share one with the demo company, each with accounts of its own; a test that moves the clock
 * moves it for everybody and starts a platform for itself. Egress is open to one address of this
 * machine, where tests receive webhooks.
 */
public final class LocalPlatform implements AutoCloseable {

  private final Path repository;
  private final Path state;
  private final Commands commands;
  private final int port;
  private final int receiverPort;
  private Map<String, JsonNode> parts = Map.of(); // as started; ports and logs stay

  private LocalPlatform(Path repository, Path state, int port, int receiverPort) {
    this.repository = repository;
    this.state = state;
    this.commands = new Commands(repository, state);
    this.port = port;
    this.receiverPort = receiverPort;
  }

  /** The one with the demo company: started when first asked for, stopped when the run ends. */
  public static LocalPlatform instance() {
    return Shared.PLATFORM;
  }

  private static final class Shared {
    static final LocalPlatform PLATFORM = start("platform");
  }

  /** A further one with empty tenants, to be closed by who asked for it. */
  public static LocalPlatform empty(String name, String... options) {
    List<String> words = new ArrayList<>(List.of("--no-demo"));
    words.addAll(List.of(options));
    return start("platform-" + name, words.toArray(String[]::new));
  }

  /** One that goes on with the state that lies in the folder. */
  public static LocalPlatform resumed(Path state, String... options) {
    return begin(state, List.of(options));
  }

  public URI gateway() {
    return URI.create("http://localhost:" + port);
  }

  /** The one local port that webhooks may go to. */
  public int receiverPort() {
    return receiverPort;
  }

  public Path state() {
    return state;
  }

  public Path repository() {
    return repository;
  }

  public String token(String client, String tenant) {
    return run("token", "--client", client, "--tenant", tenant).strip();
  }

  public String token(String client, String tenant, String scope) {
    return run("token", "--client", client, "--tenant", tenant, "--scope", scope).strip();
  }

  public String writeKey(String tenant) {
    return run("token", "--tenant", tenant, "--write-key").strip();
  }

  public String clock(String shift) {
    return run("clock", shift);
  }

  public String mail(String... arguments) {
    List<String> words = new ArrayList<>(List.of("mail"));
    words.addAll(List.of(arguments));
    return run(words.toArray(String[]::new));
  }

  /** What {@code status} says; it exits with 1 while a part is missing, which is an answer too. */
  public JsonNode status() {
    return Door.JSON.readTree(
        commands.execute(Duration.ofMinutes(3), "status", "--json").printed());
  }

  /** The process of one part, as it was started last. */
  public long pid(String part) {
    return Long.parseLong(properties("parts/" + part + ".properties").getProperty("pid"));
  }

  /** Where a service answers, past the gateway. */
  public URI service(String name) {
    return URI.create("http://127.0.0.1:" + parts.get(name).get("port").asInt());
  }

  /** All gateways. */
  public List<URI> gateways() {
    return parts.values().stream()
        .filter(part -> part.get("name").asString().startsWith("gateway"))
        .map(part -> URI.create("http://localhost:" + part.get("port").asInt()))
        .toList();
  }

  /** The process that starts a part again when it dies. */
  public long supervisor() {
    return Long.parseLong(properties("supervisor.properties").getProperty("pid"));
  }

  /** Where programs on this machine reach the broker. */
  public String kafka() {
    return "127.0.0.1:" + parts.get("kafka").get("port").asInt();
  }

  /**
   * Waits until everything that was sent has had its effect: nothing unread, unpublished or due. A
   * message that was given up is a failure.
   */
  public void awaitQuiet() {
    awaitNothingToDo();
    for (JsonNode backlog : status().get("backlog")) {
      assertThat(backlog.get("deadLetters").asLong()).as("dead letters").isZero();
    }
  }

  /** The same where messages have been given up on purpose. */
  public void awaitNothingToDo() {
    awaitNothingToDo(Duration.ofSeconds(120));
  }

  public void awaitNothingToDo(Duration longest) {
    await("nothing is left to do")
        .atMost(longest)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isQuiet(status()) && isQuiet(status()));
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
  public Path log(String part) {
    return Path.of(parts.get(part).get("log").asString());
  }

  /** A connection of the database's superuser, to look at what was stored. */
  public Connection database() throws SQLException {
    return databaseAs("postgres", "postgres");
  }

  /** A connection with a service's role for serving. */
  public Connection databaseAsServing(String service) throws SQLException {
    return databaseAs(service + "_app", "database." + service + ".app");
  }

  private Connection databaseAs(String role, String secret) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + parts.get("postgresql").get("port").asInt() + "/holdfast",
        role,
        properties("secrets.properties").getProperty(secret));
  }

  private Properties properties(String name) {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(state.resolve(name))) {
      properties.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties;
  }

  /** Runs one of the launcher's commands and gives what it printed; fails when it failed. */
  public String run(String... words) {
    return commands.run(Duration.ofMinutes(10), words);
  }

  private static LocalPlatform start(String name, String... options) {
    List<String> words = new ArrayList<>(List.of("--fresh"));
    words.addAll(List.of(options));
    return begin(folder(name), words);
  }

  /** Where the state of a platform with the name lies. */
  public static Path folder(String name) {
    return Path.of("target", name).toAbsolutePath();
  }

  private static LocalPlatform begin(Path state, List<String> options) {
    LocalPlatform platform = new LocalPlatform(checkout(), state, freePort(), freePort());
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
    List<String> words = new ArrayList<>(List.of("up", "--detach"));
    words.addAll(List.of("--port", Integer.toString(platform.port)));
    words.addAll(List.of("--allow-egress", "127.0.0.1:" + platform.receiverPort));
    words.addAll(options);
    System.out.println(platform.commands.run(Duration.ofMinutes(9), words.toArray(String[]::new)));
    platform.parts =
        platform
            .status()
            .get("parts")
            .valueStream()
            .collect(Collectors.toMap(part -> part.get("name").asString(), part -> part));
    return platform;
  }

  /** This one, unless another is to be looked at. */
  private static Path checkout() {
    try {
      return Path.of(System.getProperty("holdfast.checkout", "../..")).toRealPath();
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
