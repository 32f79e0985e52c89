package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client that sends events at a steady pace, sends a batch again until it is acknowledged, as the
 * SDKs do, and writes down every id that was.
 */
final class EventStream implements AutoCloseable {
  static final String PREFIX = "killed-";
  static final String EVENT = "Sent while parts were killed";
  private static final int PEOPLE = 50;
  private static final int BATCHES_A_SECOND = 10;

  private final URI batch;
  private final String writeKey;
  private final String account;
  private final int batchSize;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Thread sender = Thread.ofPlatform().daemon().unstarted(this::send);
  private volatile boolean stopped;

  private EventStream(URI gateway, String writeKey, String account, int eventsASecond) {
    this.batch = gateway.resolve("/v1/batch");
    this.writeKey = writeKey;
    this.account = account;
    this.batchSize = eventsASecond / BATCHES_A_SECOND;
  }

  static EventStream start(URI gateway, String writeKey, String account, int eventsASecond) {
    EventStream stream = new EventStream(gateway, writeKey, account, eventsASecond);
    stream.sender.start();
    return stream;
  }

  /** Waits until so many more events have been acknowledged. */
  void awaitAcknowledged(int more) {
    int before = acknowledged.size();
    await()
        .atMost(Duration.ofSeconds(120))
        .untilAsserted(() -> assertThat(acknowledged.size()).isGreaterThanOrEqualTo(before + more));
  }

  /** Sends no more, and gives the ids that were acknowledged. */
  Set<String> stop() {
    stopped = true;
    try {
      sender.join(Duration.ofSeconds(60));
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
    }
    return Set.copyOf(acknowledged);
  }

  private void send() {
    while (!stopped) {
      long next = System.nanoTime() + Duration.ofSeconds(1).toNanos() / BATCHES_A_SECOND;
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < batchSize; i++) {
        ids.add(PREFIX + UUID.randomUUID());
      }
      String body = body(ids);
      boolean answered = sent(body);
      while (!answered && !stopped) {
        sleep(Duration.ofMillis(200));
        answered = sent(body);
      }
      if (answered) {
        acknowledged.addAll(ids);
      }
      sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
    }
  }

  private boolean sent(String body) {
    try {
      return http.send(
                  HttpRequest.newBuilder(batch)
                      .timeout(Duration.ofSeconds(10))
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofString())
              .statusCode()
          == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String body(List<String> ids) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String id : ids) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("type", "track");
      event.put("messageId", id);
      event.put("event", EVENT);
      event.put("userId", "user-" + Math.floorMod(id.hashCode(), PEOPLE));
      event.put("timestamp", Instant.now().toString());
      event.put("context", Map.of("groupId", account));
      events.add(event);
    }
    return Door.JSON.writeValueAsString(
        Map.of("writeKey", writeKey, "batch", events, "sentAt", Instant.now().toString()));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    http.close();
  }
}
