package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
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

  static ArchivedMessage of(String tenant, UUID id, Attributed one, String traceparent) {
    Entry entry = one.entry();
    return new ArchivedMessage(
        tenant,
        id,
        entry.kind(),
        one.accountId(),
        one.person(),
        entry.use() == null ? "" : entry.use().event(),
        one.visitor(),
        EntryColumns.kept(entry.time()),
        entry.body(),
        EntryColumns.kept(entry.knowledge().receivedAt()),
        entry.knowledge().recordedAt() == null
            ? null
            : EntryColumns.kept(entry.knowledge().recordedAt()),
        entry.knowledge().assumed(),
        entry.knowledge().load(),
        traceparent);
  }

  /** The same of whoever stands for an erased person. */
  ArchivedMessage without(Set<String> names, String opaque) {
    return new ArchivedMessage(
        tenant,
        id,
        kind,
        accountId,
        person != null && names.contains(person) ? opaque : person,
        event,
        visitor != null && names.contains(visitor) ? opaque : visitor,
        time,
        body,
        receivedAt,
        recordedAt,
        assumed,
        load,
        traceparent);
  }

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
      json.append(json.length() > 1 ? ",\"" : "\"").append(name).append("\":");
      JsonText.quote(json, value);
    }
  }

  private static void header(
      ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
    if (value != null) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
