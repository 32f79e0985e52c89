package io.holdfast.benchmarks.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
