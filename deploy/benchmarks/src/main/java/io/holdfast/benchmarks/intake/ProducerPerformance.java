package io.holdfast.benchmarks.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** {@code kafka-producer-perf-test} with the producer settings of ingestion. */
final class ProducerPerformance {
  private static final Pattern TOTAL =
      Pattern.compile("records sent, ([0-9.]+) records/sec.*95th", Pattern.DOTALL);

  private final String servers;
  private final String topic;

  ProducerPerformance(String servers, String topic) {
    this.servers = servers;
    this.topic = topic;
  }

  /** Divided as another topic is; the broker makes none by itself. */
  void createTopicLike(String other) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      int partitions =
          admin
              .describeTopics(List.of(other))
              .allTopicNames()
              .get()
              .values()
              .iterator()
              .next()
              .partitions()
              .size();
      if (!admin.listTopics().names().get().contains(topic)) {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
      }
    }
  }

  /** Records a second. */
  double run(long records) throws IOException, InterruptedException {
    Path payloads = Files.createTempFile("payloads", ".txt");
    Files.write(payloads, IntStream.range(0, 1000).mapToObj(Events::event).toList());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                topic,
                "--num-records",
                Long.toString(records),
                "--payload-file",
                payloads.toString(),
                "--throughput",
                "-1",
                "--producer-props"));
    command.addAll(
        List.of(
            "bootstrap.servers=" + servers,
            "acks=all",
            "enable.idempotence=true",
            "linger.ms=2",
            "batch.size=131072",
            "compression.type=lz4"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(payloads);
    String last = printed.lines().filter(line -> line.contains("95th")).findFirst().orElse(printed);
    Matcher total = TOTAL.matcher(last);
    if (!total.find()) {
      throw new IOException("kafka-producer-perf-test said: " + printed);
    }
    return Double.parseDouble(total.group(1));
  }
}
