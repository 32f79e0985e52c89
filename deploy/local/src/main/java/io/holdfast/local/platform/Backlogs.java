package io.holdfast.local.platform;

import io.holdfast.local.broker.ConsumerLag;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The work that the platform has taken on and not done yet. */
public final class Backlogs {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Instance instance;

  public Backlogs(Instance instance) {
    this.instance = instance;
  }

  /**
   * @param outbox messages not yet published
   * @param timers by kind, those due now or soon
   * @param oldestSeconds for how long the first of the messages has not been published
   * @param timersLateSeconds by how much the oldest due timer is late
   * @param unread partitions that nobody reads
   */
  public record Backlog(
      long outbox,
      Map<String, Long> timers,
      long deadLetters,
      double oldestSeconds,
      double timersLateSeconds,
      long unread) {

    public Backlog {
      timers = new TreeMap<>(timers);
    }

    long waiting() {
      return outbox + timers.getOrDefault("rescore", 0L);
    }
  }

  /** Of all its processes together, as one of them tells; absent while none answers. */
  public Optional<Backlog> of(Service service) throws InterruptedException {
    for (Replica replica : Replica.of(service, instance.instances())) {
      Optional<Backlog> told = toldBy(replica);
      if (told.isPresent()) {
        return told;
      }
    }
    return Optional.empty();
  }

  private Optional<Backlog> toldBy(Replica replica) throws InterruptedException {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/actuator/backlog"
                .formatted(instance.ports().of(replica.managementPort())));
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
              HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.of(read(JsonMapper.shared().readTree(response.body())))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  public Optional<ConsumerLag> lag() throws InterruptedException {
    try {
      return Optional.of(
          ConsumerLag.read(
              instance.kafka(),
              Service.behindTheGateway().stream()
                  .flatMap(service -> Stream.of(service.word(), service.word() + "-access"))
                  .toList()));
    } catch (ExecutionException _) {
      return Optional.empty();
    }
  }

  /** Messages, rows and scores still to be dealt with; empty while somebody does not answer. */
  public Optional<Long> waiting() throws InterruptedException {
    Optional<ConsumerLag> lag = lag();
    if (lag.isEmpty()) {
      return Optional.empty();
    }
    long sum = lag.get().total();
    for (Service service : Service.behindTheGateway()) {
      Optional<Backlog> backlog = of(service);
      if (backlog.isEmpty()) {
        return Optional.empty();
      }
      sum += backlog.get().waiting();
    }
    return Optional.of(sum);
  }

  static Backlog read(JsonNode json) {
    Map<String, Long> timers = new TreeMap<>();
    json.path("timers").properties().forEach(t -> timers.put(t.getKey(), t.getValue().asLong()));
    return new Backlog(
        json.path("outbox").asLong(0),
        timers,
        json.path("deadLetters").asLong(0),
        json.path("stores")
            .valueStream()
            .mapToDouble(store -> store.path("oldestSeconds").asDouble(0))
            .max()
            .orElse(0),
        json.path("timersLateSeconds").asDouble(0),
        json.path("consumers")
            .valueStream()
            .mapToLong(consumer -> consumer.path("unread").asLong(0))
            .sum());
  }
}
