package io.holdfast.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.process.JavaProgram;
import io.holdfast.local.process.Keeper;
import io.holdfast.local.process.Part;
import io.holdfast.local.process.Readiness;
import io.holdfast.local.state.Ports;
import io.holdfast.local.state.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {

  @TempDir static Path folder;
  private static Keeper keeper;
  private static String bootstrap;

  @BeforeAll
  static void start() throws Exception {
    StateDirectory state = new StateDirectory(folder).prepared();
    Ports ports = new Ports(state.ports());
    int port = ports.of("kafka");
    bootstrap = "127.0.0.1:" + port;
    List<String> command =
        JavaProgram.ofClass(Broker.class.getName(), System.getProperty("java.class.path"), 256)
            .command(
                state.kafka().toString(),
                String.valueOf(port),
                String.valueOf(ports.of("controller")));
    keeper =
        new Keeper(
                new Part(
                    "kafka",
                    "4",
                    port,
                    command,
                    Map.of(),
                    Readiness.listening(port),
                    Part.StopSignal.TERM),
                state,
                System.out::println)
            .start();
    while (!keeper.ready()) {
      assertThat(keeper.failures()).isZero();
      Thread.sleep(50);
    }
    Topics.declare(bootstrap);
  }

  @AfterAll
  static void stop() {
    keeper.stop();
  }

  @Test
  void declaresTheTopicsOnce() throws Exception {
    try (Admin admin = Topics.admin(bootstrap)) {
      Topics.declare(bootstrap);
      var declared = admin.listTopics().names().get();
      Topics.declare(bootstrap);

      var topics =
          admin
              .describeTopics(List.of("holdfast.intake", "holdfast.tenants"))
              .allTopicNames()
              .get();
      assertThat(topics.get("holdfast.intake").partitions()).hasSize(6);
      assertThat(topics.get("holdfast.tenants").partitions()).hasSize(1);
      assertThat(admin.listTopics().names().get())
          .isEqualTo(declared)
          .contains("holdfast.usage", "holdfast.audit", "holdfast.rebuild");
    }
  }

  @Test
  void countsWhatAGroupHasNotRead() throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < 5; i++) {
        producer.send(new ProducerRecord<>("holdfast.tenants", "demo", "v" + i)).get();
      }
    }
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", "scoring",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "max.poll.records", "2"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("holdfast.tenants"));
      while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {
        assertThat(keeper.failures()).isZero();
      }
      consumer.commitSync();

      ConsumerLag lag = ConsumerLag.read(bootstrap, List.of("scoring", "metrics"));

      assertThat(lag.byGroup()).containsEntry("scoring", 3L);
      assertThat(lag.total()).isEqualTo(3);
    }
  }
}
