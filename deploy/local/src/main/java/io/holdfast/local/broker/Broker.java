package io.holdfast.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Runs one Kafka broker that is its own controller; formats its storage the first time. */
public final class Broker {

  private Broker() {}

  /**
   * @param arguments directory, port of the clients, port of the controller
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Files.createDirectories(directory);
    Path properties = directory.resolve("server.properties");
    Path data = directory.resolve("data");
    write(settings(data, arguments[1], arguments[2]), properties);
    if (!Files.exists(data.resolve("meta.properties"))) {
      int outcome =
          StorageTool.execute(
              new String[] {
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--standalone",
                "--config",
                properties.toString()
              },
              System.out);
      if (outcome != 0) {
        System.exit(outcome);
      }
    }
    Kafka.main(new String[] {properties.toString()});
  }

  /** With every letter that the format gives a meaning, or does not know, escaped. */
  static void write(List<String> settings, Path file) throws IOException {
    Properties properties = new Properties();
    for (String setting : settings) {
      int sign = setting.indexOf('=');
      properties.setProperty(setting.substring(0, sign), setting.substring(sign + 1));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
  }

  private static List<String> settings(Path data, String port, String controllerPort) {
    return List.of(
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.bootstrap.servers=127.0.0.1:" + controllerPort,
        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names=CONTROLLER",
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs=" + data,
        "auto.create.topics.enable=false",
        "offsets.topic.num.partitions=4",
        "offsets.topic.replication.factor=1",
        "transaction.state.log.num.partitions=2",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "share.coordinator.state.topic.num.partitions=1",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        "group.initial.rebalance.delay.ms=0",
        "min.insync.replicas=1",
        "num.network.threads=2",
        "num.io.threads=4",
        "log.retention.hours=504", // ids of messages are known for longer
        "log.roll.hours=168",
        "log.segment.bytes=67108864",
        "log.cleaner.dedupe.buffer.size=4194304",
        "controlled.shutdown.max.retries=1");
  }
}
