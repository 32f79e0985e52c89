package io.holdfast.messaging.outbox;

import io.holdfast.messaging.OutboxStore;
import io.holdfast.messaging.deadletter.DeadLetters;
import io.holdfast.messaging.deadletter.Replays;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.erasing.PersonalTraces;
import io.holdfast.tenancy.erasing.RedactedTexts;
import io.holdfast.tenancy.erasing.RedactedTexts.Column;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
    afterName = {
      "io.holdfast.tenancy.database.DatabaseConfiguration",
      "io.holdfast.messaging.trace.TraceConfiguration",
      "io.holdfast.messaging.deadletter.DeadLetterConfiguration"
    })
@ConditionalOnProperty("holdfast.database.service")
class OutboxConfiguration {

  @Bean(destroyMethod = "close")
  KafkaBroker broker(@Value("${holdfast.kafka}") String servers) {
    return new KafkaBroker(producer(servers, 20_000));
  }

  /**
   * What the relay hands over never expires: were one record of a key given up and the next one
   * written, the first would come after it when it is sent again.
   */
  @Bean(destroyMethod = "close", defaultCandidate = false)
  KafkaBroker relayBroker(@Value("${holdfast.kafka}") String servers) {
    return new KafkaBroker(producer(servers, Integer.MAX_VALUE));
  }

  private static KafkaProducer<String, byte[]> producer(String servers, int deliveryMillis) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.LINGER_MS_CONFIG,
            2,
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            deliveryMillis),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Bean
  R2dbcOutbox outbox(
      @Value("${holdfast.database.service}") String service,
      DatabaseClient databaseClient,
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase,
      JsonMapper json,
      Traceparent traceparent) {
    return new R2dbcOutbox(service, databaseClient, backgroundDatabase, json, traceparent);
  }

  /** What the broker is still owed; what tells of the erasure itself has to name the person. */
  @Bean
  PersonalTraces outboxOfPerson(DatabaseClient databaseClient) {
    return RedactedTexts.of(
            "messages not sent yet",
            databaseClient,
            "outbox",
            new Column("id", "bigint"),
            Column.text("headers"),
            Column.text("body"))
        .where("position('contact-erased' in headers) = 0");
  }

  /** A letter of a relay goes into the outbox once more, under the same message id. */
  @Bean
  Relays relays(
      List<OutboxStore> stores,
      R2dbcOutbox outbox,
      @Qualifier("relayBroker") KafkaBroker relayBroker,
      BackgroundTransactions background,
      @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase,
      DeadLetters letters,
      Replays replays) {
    stores.forEach(store -> replays.register(Relay.consumer(store), outbox::appendAgain));
    return new Relays(stores, relayBroker, background, backgroundDatabase, letters);
  }
}
