package io.holdfast.benchmarks.intake;

import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import io.holdfast.benchmarks.load.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * From an event's sending to when scoring can read it, while others come at half of what the
 * archive can take: a few events are followed from the door to the topic.
 */
final class Freshness {
  private static final Duration UNTIL_STEADY = Duration.ofSeconds(15);
  private static final Duration LENGTH = Duration.ofSeconds(40);
  private static final Duration BETWEEN = Duration.ofMillis(40);
  private static final int EVENTS = 100;
  private static final Pattern FOLLOWED = Pattern.compile("followed-\\d+");

  private final Platform platform;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Histogram took = new Histogram(Duration.ofMinutes(2).toNanos(), 3);

  Freshness(Platform platform) {
    this.platform = platform;
  }

  void report(double eventsPerSecond, Report report) throws Exception {
    URI door = platform.part("ingestion");
    try (Load load = new Load(door, 16, Events.batch(platform, door, EVENTS))) {
      Thread others =
          Thread.ofPlatform().daemon().start(() -> others(load, eventsPerSecond / EVENTS));
      Thread.sleep(UNTIL_STEADY); // what was measured before is still being written away
      follow(others);
      others.join();
    }
    report.line(
        "an event is readable by scoring, p99 at %,.0f events/s".formatted(eventsPerSecond),
        Report.milliseconds(took.getValueAtPercentile(99) / 1e6),
        "median " + Report.milliseconds(took.getValueAtPercentile(50) / 1e6),
        "%,d of %,d followed".formatted(took.getTotalCount(), took.getTotalCount() + sent.size()),
        "≤ 1 s");
  }

  private void follow(Thread others) throws IOException {
    try (KafkaConsumer<String, String> reader = reader()) {
      Thread sender = Thread.ofPlatform().daemon().start(this::send);
      while (sender.isAlive() || (!sent.isEmpty() && others.isAlive())) {
        reader.poll(Duration.ofMillis(20)).forEach(this::read);
      }
    }
  }

  private KafkaConsumer<String, String> reader() throws IOException {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", platform.kafka());
    settings.put("key.deserializer", StringDeserializer.class.getName());
    settings.put("value.deserializer", StringDeserializer.class.getName());
    KafkaConsumer<String, String> reader = new KafkaConsumer<>(settings);
    reader.assign(
        reader.partitionsFor("holdfast.usage").stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList());
    reader.seekToEnd(reader.assignment());
    reader.assignment().forEach(reader::position);
    return reader;
  }

  private static void others(Load load, double perSecond) {
    try {
      load.at(perSecond, UNTIL_STEADY.plus(LENGTH).plusSeconds(5)).whole();
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String key =
          Base64.getEncoder()
              .encodeToString((platform.writeKey() + ":").getBytes(StandardCharsets.US_ASCII));
      long end = System.nanoTime() + LENGTH.toNanos();
      for (int number = 0; System.nanoTime() < end; number++) {
        String id = "followed-" + System.currentTimeMillis() + number;
        sent.put(id, System.nanoTime());
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(platform.part("ingestion").resolve("/v1/track"))
                    .header("Authorization", "Basic " + key)
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            Events.event(number).replaceFirst("bench-\\d+[a-f]*", id)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        Thread.sleep(BETWEEN);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(ConsumerRecord<String, String> message) {
    Matcher followed = FOLLOWED.matcher(message.value());
    if (followed.find()) {
      Long began = sent.remove(followed.group());
      if (began != null) {
        took.recordValue(System.nanoTime() - began);
      }
    }
  }
}
