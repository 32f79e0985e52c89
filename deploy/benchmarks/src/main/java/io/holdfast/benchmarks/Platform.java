package io.holdfast.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as {@code deploy/local/up} started it, seen from outside. Linux only. */
public final class Platform {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path repository;
  private final JsonNode status;
  private final HttpClient client = HttpClient.newHttpClient();

  Platform(Path repository) throws IOException, InterruptedException {
    this.repository = repository;
    this.status = JSON.readTree(run("status", "--json"));
  }

  public URI gateway() {
    return URI.create(status.get("console").asString().replaceFirst("/$", ""));
  }

  public URI part(String name) {
    return URI.create("http://127.0.0.1:" + one(name).get("port").asInt());
  }

  public long pid(String name) {
    return one(name).get("pid").asLong();
  }

  private JsonNode one(String name) {
    return status
        .get("parts")
        .valueStream()
        .filter(part -> part.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public String writeKey() throws IOException, InterruptedException {
    return run("token", "--write-key").strip();
  }

  public String token() throws IOException, InterruptedException {
    return run("token").strip();
  }

  /** The command line of a part, to start another one like it. */
  public List<String> command(String part) throws IOException {
    return strings("/proc/" + pid(part) + "/cmdline");
  }

  public Map<String, String> environment(String part) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String one : strings("/proc/" + pid(part) + "/environ")) {
      String[] pair = one.split("=", 2);
      variables.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    return variables;
  }

  private static List<String> strings(String file) throws IOException {
    String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
    return Arrays.stream(text.split("\u0000")).filter(word -> !word.isEmpty()).toList();
  }

  /** Stops parts that a comparison is not about, so that they take no time from it. */
  public void pause(List<String> parts) throws IOException, InterruptedException {
    signal("-STOP", supervisor());
    for (String part : parts) {
      signal("-STOP", pid(part));
    }
  }

  public void goOn(List<String> parts) throws IOException, InterruptedException {
    for (String part : parts) {
      signal("-CONT", pid(part));
    }
    signal("-CONT", supervisor());
  }

  /** What a comparison does while the parts that it is not about stand still. */
  public interface Work {
    void run() throws Exception;
  }

  /** Lets parts stand still while the work runs. */
  public void without(List<String> parts, Work work) throws Exception {
    pause(parts);
    try {
      work.run();
    } finally {
      goOn(parts);
    }
  }

  private static long supervisor() throws IOException {
    return Long.parseLong(properties("supervisor.properties").getProperty("pid"));
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor();
  }

  /** Starts or stops ingestion's reading of what it has acknowledged. */
  public void reading(boolean on) throws IOException, InterruptedException {
    URI binding =
        URI.create(
            "http://127.0.0.1:"
                + environment("ingestion").get("MANAGEMENT_SERVER_PORT")
                + "/actuator/bindings/payloads-in-0");
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(binding)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"state\":\"" + (on ? "STARTED" : "STOPPED") + "\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("reading could not be switched: " + answer.statusCode());
    }
  }

  public Connection database() throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + one("postgresql").get("port").asInt() + "/holdfast",
        "postgres",
        properties("secrets.properties").getProperty("postgres"));
  }

  private static Properties properties(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(state().resolve(file))) {
      properties.load(in);
    }
    return properties;
  }

  /** Processor time that a part, its processes and those they have waited for have taken. */
  public Duration processorTime(String part) throws IOException {
    ProcessHandle root = ProcessHandle.of(pid(part)).orElseThrow();
    long ticks = 0;
    for (ProcessHandle one : Stream.concat(Stream.of(root), root.descendants()).toList()) {
      String text = Files.readString(Path.of("/proc/" + one.pid() + "/stat"));
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      for (int field = 11; field <= 14; field++) { // utime, stime, cutime, cstime
        ticks += Long.parseLong(fields[field]);
      }
    }
    return Duration.ofMillis(ticks * 10); // a tick is a hundredth of a second on Linux
  }

  /** Bytes of a part's heap that survive a collection. */
  public long keptByHeap(String part) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = Long.toString(pid(part));
    answer(List.of(jcmd, pid, "GC.run"));
    String heap = answer(List.of(jcmd, pid, "GC.heap_info"));
    Matcher used = Pattern.compile("used (\\d+)K").matcher(heap);
    if (!used.find()) {
      throw new IOException("no use of the heap in: " + heap);
    }
    return Long.parseLong(used.group(1)) * 1024;
  }

  public String kafka() throws IOException {
    return environment("ingestion").getOrDefault("HOLDFAST_KAFKA", "");
  }

  private static Path state() {
    return Path.of(System.getenv("HOLDFAST_STATE"));
  }

  private String run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(words));
    command.set(0, repository.resolve("deploy/local/" + words[0]).toString());
    return answer(command);
  }

  private static String answer(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
    return printed;
  }
}
