package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The message as the others read it. */
record ArchivedMessage(
    String tenant,
    UUID id,
    Kind kind,
    String accountId,
    @Nullable String person,
    @Nullable String event,
    @Nullable String visitor,
    Instant time,
    String body,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load,
    @Nullable String traceparent) {

  ProducerRecord<String, byte[]> toRecord() {
    String key = accountId.isEmpty() ? tenant : tenant + "|" + accountId;
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(kind.topic(), key, json().getBytes(StandardCharsets.UTF_8));
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", id.toString());
    header(record, "ce_source", "/ingestion");
    header(record, "ce_type", kind.messageType());
    header(record, "ce_time", time.toString());
    header(record, "ce_tenant", tenant);
    header(record, "ce_subject", accountId.isEmpty() ? null : accountId);
    header(record, "ce_recordedat", recordedAt == null ? null : recordedAt.toString());
    header(record, "ce_load", load);
    header(record, "content-type", "application/json");
    header(
        record, "traceparent", traceparent == null || traceparent.isEmpty() ? null : traceparent);
    return record;
  }

  /** The stored body with what is kept beside it. */
  String json() {
    StringBuilder json = new StringBuilder(body.length() + 200);
    json.append(body, 0, body.length() - 1);
    member(json, "accountId", accountId.isEmpty() ? null : accountId);
    member(json, "userId", person);
    member(json, "visitorId", visitor);
    member(json, "event", event);
    member(json, "receivedAt", receivedAt.toString());
    member(json, "recordedAt", recordedAt == null ? null : recordedAt.toString());
    json.append(",\"assumed\":").append(assumed);
    member(json, "load", load);
    return json.append('}').toString();
  }

  private static void member(StringBuilder json, String name, @Nullable String value) {
    if (value != null) {
      // JsonText escapes; its braces are not wanted here.
      String member = new JsonText().text(name, value).end();
      json.append(json.length() > 1 ? "," : "").append(member, 1, member.length() - 1);
    }
  }

  private static void header(
      ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
    if (value != null) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
