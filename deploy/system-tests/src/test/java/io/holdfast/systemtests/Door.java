package io.holdfast.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public door as a client with one credential sees it. */
public final class Door {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private static final int MOST_WAITS = 6;

  private final URI gateway;
  private final Map<String, String> headers;

  private Door(URI gateway, Map<String, String> headers) {
    this.gateway = gateway;
    this.headers = headers;
  }

  public static Door with(LocalPlatform platform, String token) {
    return new Door(platform.gateway(), Map.of("Authorization", "Bearer " + token));
  }

  /** With whatever is put into the header. */
  public static Door withHeaders(LocalPlatform platform, Map<String, String> headers) {
    return new Door(platform.gateway(), Map.copyOf(headers));
  }

  /** Of a service itself, past the gateway. */
  public static Door at(URI address, Map<String, String> headers) {
    return new Door(address, Map.copyOf(headers));
  }

  public static Door closed(LocalPlatform platform) {
    return new Door(platform.gateway(), Map.of());
  }

  /** The answer as it came. */
  public record Answer(int status, String body, HttpResponse<String> response) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** A problem as RFC 9457 has it, and as we promise it: it says what is wrong. */
    public Answer expectProblem(int wanted) {
      expect(wanted);
      boolean problem =
          response
              .headers()
              .firstValue("Content-Type")
              .filter(type -> type.startsWith("application/problem+json"))
              .isPresent();
      if (!problem
          || json().path("status").asInt() != wanted
          || json().path("detail").asString("").isBlank()) {
        throw new AssertionError(
            response.request().method()
                + " "
                + response.uri()
                + " answered without problem details\n"
                + response.headers()
                + "\n"
                + body);
      }
      return this;
    }

    /** Any answer that says it is done. */
    public Answer expectDone() {
      return expect(status / 100 == 2 ? status : 200);
    }

    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError(
            response.request().method()
                + " "
                + response.uri()
                + " answered "
                + status
                + ", not "
                + wanted
                + "\n"
                + body);
      }
      return this;
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** Any method, without a body. */
  public Answer call(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  public Answer put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  public Answer postText(String path, String contentType, String body, Map<String, String> more) {
    HttpRequest.Builder request = request(path).header("Content-Type", contentType);
    more.forEach(request::header);
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  public Answer postFile(String path, String contentType, Path file) {
    try {
      return send(
          request(path).header("Content-Type", contentType).POST(BodyPublishers.ofFile(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    return request;
  }

  /** Who asks too much is told when to come back, and does. */
  private static Answer send(HttpRequest.Builder request) {
    Answer answer = once(request);
    for (int i = 0; i < MOST_WAITS && answer.status() == 429; i++) {
      long seconds = answer.response().headers().firstValueAsLong("Retry-After").orElse(1);
      sleep(Duration.ofSeconds(Math.min(seconds, 10)));
      answer = once(request);
    }
    return answer;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private static Answer once(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }
}
