package io.holdfast.local.demo;

import io.holdfast.local.demo.larkfield.Colleague;
import io.holdfast.local.demo.larkfield.Feature;
import io.holdfast.local.demo.larkfield.ImportFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The few calls of the platform's public API that a load needs. */
final class PublicApi implements AutoCloseable {

  private static final int TRIES = 6;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final JsonMapper json = JsonMapper.shared();
  private final URI gateway;
  private final Supplier<String> token;

  PublicApi(URI gateway, Supplier<String> token) {
    this.gateway = gateway;
    this.token = token;
  }

  void putTenant(String name, List<LocalDate> holidays) throws InterruptedException {
    ObjectNode tenant =
        json.createObjectNode()
            .put("tenantId", "demo")
            .put("name", name)
            .put("timeZone", "UTC")
            .put("currency", "USD");
    ArrayNode days = tenant.putArray("holidays");
    holidays.forEach(day -> days.add(day.toString()));
    send(() -> withJson("/api/v1/tenants").POST(text(tenant)).build());
  }

  void putPerson(Colleague colleague) throws InterruptedException {
    ObjectNode person = json.createObjectNode().put("name", colleague.name());
    ArrayNode roles = person.putArray("roles");
    colleague.roles().forEach(roles::add);
    send(() -> withJson("/api/v1/people/" + colleague.email()).PUT(text(person)).build());
  }

  void putTrackingPlan() throws InterruptedException {
    ObjectNode plan = json.createObjectNode();
    ArrayNode events = plan.putArray("events");
    for (Feature feature : Feature.values()) {
      events
          .addObject()
          .put("event", feature.event())
          .put("planned", true)
          .put("coreFeature", feature.core())
          .put("module", feature.module());
    }
    send(() -> withJson("/api/v1/tracking-plan").PUT(text(plan)).build());
  }

  /** Only when there is none: each publication is a version for good. */
  void publishFitProfile(String reason, String profile) throws InterruptedException {
    JsonNode inForce = json.readTree(send(() -> request("/api/v1/fit-profile").build()).body());
    if (inForce.path("version").isNumber()) {
      return;
    }
    ObjectNode publication = json.createObjectNode().put("reason", reason);
    publication.set("profile", json.readTree(profile));
    send(() -> withJson("/api/v1/fit-profile/versions").POST(text(publication)).build());
  }

  /** Hands over a file; the answer is where to ask how far it is. */
  URI startImport(ImportFile file) throws InterruptedException {
    String path = "/api/v1/imports?knowledge=as-recorded&kind=" + file.kind();
    BodyPublisher body = BodyPublishers.ofByteArrays(() -> new Pieces(file.text().iterator()));
    HttpResponse<String> answer =
        send(() -> request(path).header("Content-Type", "text/csv").POST(body).build());
    return answer
        .headers()
        .firstValue("Location")
        .map(gateway::resolve)
        .orElseThrow(() -> new LoadFailed("an import was accepted without saying where it is"));
  }

  ImportStatus status(URI location) throws InterruptedException {
    JsonNode status = json.readTree(send(() -> request(location.getPath()).build()).body());
    return new ImportStatus(
        ImportStatus.State.valueOf(status.path("state").asString().toUpperCase(Locale.ROOT)),
        status.path("read").asLong(),
        status.path("accepted").asLong(),
        status.path("rejected").asLong(),
        status.path("duplicate").asLong());
  }

  /** The rejected lines of an import as CSV. */
  String errors(URI location) throws InterruptedException {
    return send(() -> request(location.getPath() + "/errors").build()).body();
  }

  private HttpRequest.Builder withJson(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private static BodyPublisher text(JsonNode body) {
    return BodyPublishers.ofString(body.toString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(Duration.ofMinutes(5))
        .header("Authorization", "Bearer " + token.get());
  }

  /**
   * A platform that has just started may need a moment; what it refuses for good is said at once.
   */
  private HttpResponse<String> send(Supplier<HttpRequest> request) throws InterruptedException {
    for (int i = 1; ; i++) {
      HttpRequest attempt = request.get();
      try {
        HttpResponse<String> answer = http.send(attempt, BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) {
          return answer;
        }
        boolean passing = List.of(429, 502, 503, 504).contains(answer.statusCode());
        if (!passing || i == TRIES) {
          throw new LoadFailed(
              "%s %s answered %d: %s"
                  .formatted(attempt.method(), attempt.uri(), answer.statusCode(), answer.body()));
        }
      } catch (IOException failure) {
        if (i == TRIES) {
          throw new LoadFailed(attempt.method() + " " + attempt.uri() + " got no answer", failure);
        }
      }
      Thread.sleep(Duration.ofSeconds(i));
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
