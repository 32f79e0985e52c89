package io.holdfast.ingestion.archive;

import io.holdfast.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A message of the whole tenant as it was once published, for whoever is told it again. */
public final class PastMessage {
  private PastMessage() {}

  /**
   * @param id the same however often it is told again
   */
  public static ProducerRecord<String, byte[]> of(
      String topic, TenantId tenant, String id, String type, Instant time, String json) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, tenant.value(), json.getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_source",
            "/ingestion",
            "ce_type",
            type,
            "ce_time",
            time.toString(),
            "ce_tenant",
            tenant.value(),
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return message;
  }
}
