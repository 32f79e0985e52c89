package io.holdfast.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A gateway that takes imports: running at the first look, completed at the second. */
final class FakePlatform implements AutoCloseable {

  private static final Pattern KIND = Pattern.compile("kind=(\\w+)");

  private final HttpServer server;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final Map<String, Integer> looks = new ConcurrentHashMap<>();
  private volatile String rejecting = "";
  private volatile int firstAnswer = 200;

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void rejectOneLineOf(String kind) {
    rejecting = kind;
  }

  void answerFirst(int status) {
    firstAnswer = status;
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  List<String> kinds() {
    return requests().stream()
        .map(KIND::matcher)
        .filter(m -> m.find())
        .map(m -> m.group(1))
        .toList();
  }

  String body(String kind) {
    return new String(bodies.get(kind), StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    String path = call.getRequestURI().toString();
    requests.add(call.getRequestMethod() + " " + path);
    boolean known = "Bearer a-token".equals(call.getRequestHeaders().getFirst("Authorization"));
    if (!known || firstAnswer != 200) {
      int status = known ? firstAnswer : 401;
      firstAnswer = 200;
      send(call, status, "{}");
    } else if (path.endsWith("/tenants")) {
      bodies.put("tenants", body);
      send(call, 201, "{}");
    } else if (path.endsWith("/fit-profile")) {
      send(call, 200, bodies.containsKey("fit-profile") ? "{\"version\":1}" : "{\"version\":null}");
    } else if (path.endsWith("/fit-profile/versions")) {
      bodies.put("fit-profile", body);
      send(call, 201, "{\"version\":1}");
    } else if (call.getRequestMethod().equals("POST")) {
      var kind = KIND.matcher(path);
      kind.find();
      bodies.put(kind.group(1), body);
      call.getResponseHeaders().add("Location", "/api/v1/imports/" + kind.group(1));
      send(call, 202, "{}");
    } else if (path.endsWith("/errors")) {
      send(call, 200, "line,column,code,message\n7,opened_at,bad_time,not a time\n");
    } else if (call.getRequestMethod().equals("PUT")) {
      send(call, 200, "{}");
    } else {
      String kind = path.substring(path.lastIndexOf('/') + 1);
      boolean over = looks.merge(kind, 1, Integer::sum) > 1;
      long read = over ? body(kind).lines().count() - 1 : 1;
      int rejected = over && kind.equals(rejecting) ? 1 : 0;
      send(
          call,
          200,
          "{\"state\":\"%s\",\"read\":%d,\"accepted\":%d,\"rejected\":%d,\"duplicate\":0}"
              .formatted(over ? "completed" : "running", read, read - rejected, rejected));
    }
  }

  private static void send(HttpExchange call, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length);
    try (var out = call.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
