package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Usage that one transaction archived, in order of arrival, in one text: an array of messages, each
 * an array of what the archive holds of it. Times are microseconds since 1970.
 */
record Parcel(String messages, int records) {
  private static final int RECORDS = 2000;
  private static final int CHARACTERS = 512 * 1024;
  private static final JsonFactory JSON = new JsonFactory();

  /** As many as it takes. */
  static List<Parcel> of(List<ArchivedMessage> messages) {
    List<Parcel> parcels = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int records = 0;
    for (ArchivedMessage message : messages) {
      append(text.append(text.isEmpty() ? '[' : ','), message);
      records++;
      if (records == RECORDS || text.length() > CHARACTERS) {
        parcels.add(new Parcel(text.append(']').toString(), records));
        text.setLength(0);
        records = 0;
      }
    }
    if (records > 0) {
      parcels.add(new Parcel(text.append(']').toString(), records));
    }
    return parcels;
  }

  /** The same in one parcel, however much it is. */
  static Parcel whole(List<ArchivedMessage> messages) {
    StringBuilder text = new StringBuilder();
    messages.forEach(message -> append(text.append(text.isEmpty() ? '[' : ','), message));
    return new Parcel(text.append(']').toString(), messages.size());
  }

  private static void append(StringBuilder text, ArchivedMessage message) {
    text.append("[\"").append(message.id()).append("\",");
    quote(text, message.accountId()).append(',');
    quote(text, message.person()).append(',');
    quote(text, message.event()).append(',');
    quote(text, message.visitor()).append(',');
    time(text, message.time()).append(',');
    quote(text, message.body()).append(',');
    time(text, message.receivedAt()).append(',');
    time(text, message.recordedAt()).append(',');
    text.append(message.assumed()).append(',');
    quote(text, message.load()).append(']');
  }

  private static StringBuilder quote(StringBuilder text, @Nullable String value) {
    return value == null ? text.append("null") : JsonText.quote(text, value);
  }

  private static StringBuilder time(StringBuilder text, @Nullable Instant time) {
    return time == null ? text.append("null") : text.append(UsageColumns.micros(time));
  }

  /** What was written, in the same order. */
  static List<ArchivedMessage> read(String tenant, String traceparent, String messages) {
    List<ArchivedMessage> read = new ArrayList<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), messages)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        read.add(
            new ArchivedMessage(
                tenant,
                UUID.fromString(required(text(json))),
                Kind.USAGE,
                required(text(json)),
                text(json),
                text(json),
                text(json),
                required(time(json)),
                required(text(json)),
                required(time(json)),
                time(json),
                json.nextToken() == JsonToken.VALUE_TRUE,
                text(json),
                traceparent));
        json.nextToken();
      }
    }
    return read;
  }

  private static @Nullable String text(JsonParser json) {
    return json.nextToken() == JsonToken.VALUE_NULL ? null : json.getString();
  }

  private static @Nullable Instant time(JsonParser json) {
    if (json.nextToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    long micros = json.getLongValue();
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
