package io.holdfast.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** One Kafka broker a JVM in KRaft mode, with the platform's topics. */
public final class RealKafka {
  private static final List<String> TOPICS =
      List.of(
          "holdfast.intake",
          "holdfast.usage",
          "holdfast.facts",
          "holdfast.health",
          "holdfast.revenue",
          "holdfast.interventions",
          "holdfast.audit",
          "holdfast.rebuild",
          "holdfast.rebuild-requests",
          "holdfast.tenants");
  private static final Object LOCK = new Object();
  private static @Nullable RealKafka instance;

  private final String servers;

  private RealKafka(String servers) {
    this.servers = servers;
  }

  public static RealKafka instance() {
    synchronized (LOCK) {
      if (instance == null) {
        instance = start();
      }
      return instance;
    }
  }

  public String servers() {
    return servers;
  }

  private static RealKafka start() {
    String servers = DockerParts.available() ? DockerParts.startKafka() : startEmbedded();
    createTopics(servers);
    return new RealKafka(servers);
  }

  private static String startEmbedded() {
    try {
      Path folder = Files.createTempDirectory("holdfast-kafka");
      int port = freePort();
      Properties settings = settings(folder, port, freePort());
      Path file = folder.resolve("server.properties");
      try (var out = Files.newOutputStream(file)) {
        settings.store(out, null);
      }
      format(file);
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
      server.startup();
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
      return "127.0.0.1:" + port;
    } catch (IOException failure) {
      throw new UncheckedIOException("Kafka cannot be started", failure);
    }
  }

  private static Properties settings(Path folder, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, controllerPort)),
            Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("log.dirs", folder.resolve("log").toString()),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152")));
    return settings;
  }

  private static void format(Path settings) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()};
    int exit = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new IllegalStateException("Kafka storage cannot be formatted: " + said);
    }
  }

  private static void createTopics(String servers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(TOPICS.stream().map(name -> new NewTopic(name, 2, (short) 1)).toList())
          .all()
          .get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
