package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.batch.Batch;
import io.holdfast.ingestion.batch.Batch.Call;
import io.holdfast.ingestion.batch.CallType;
import io.holdfast.ingestion.batch.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of one request as they stand together on the intake topic: each as it was sent, with what
 * the door made out of it, and once what the request says of them all.
 */
public final class ReceivedCalls {
  private static final int AROUND = 250;

  /** What was as deep as a body may be stands deeper here. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH + 10)
                          .build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder()
                          .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH + 10)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ReceivedCalls() {}

  /** A part of a batch's calls. */
  static byte[] json(Batch batch, List<Call> calls, UUID sourceId, Instant receivedAt) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(size(batch, calls));
    text(out, "{\"sourceId\":\"" + sourceId + "\",\"receivedAt\":\"" + receivedAt + '"');
    shared(out, "context", batch.context());
    shared(out, "integrations", batch.integrations());
    text(out, ",\"calls\":");
    char before = '[';
    for (Call call : calls) {
      text(out, before + "{\"type\":\"" + call.type() + "\",\"at\":" + micros(call.at()));
      text(out, ",\"messageId\":\"");
      out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(call.messageId()));
      text(out, "\",\"event\":");
      call.event().writeTo(out);
      out.write('}');
      before = ',';
    }
    text(out, "]}");
    return out.toByteArray();
  }

  private static int size(Batch batch, List<Call> calls) {
    int size = AROUND + batch.context().length() + batch.integrations().length();
    for (Call call : calls) {
      size += AROUND + call.event().length();
    }
    return size;
  }

  private static void shared(ByteArrayOutputStream out, String name, Slice json) {
    if (!json.isNothing()) {
      text(out, ",\"" + name + "\":");
      json.writeTo(out);
    }
  }

  private static void text(ByteArrayOutputStream out, String ascii) {
    out.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads what {@link #json} wrote, or the one call that a record once was. */
  public static List<ReceivedCall> read(byte[] json) {
    JsonNode node = MAPPER.readTree(json);
    if (!node.has("calls")) {
      return List.of(ReceivedCall.read(node));
    }
    UUID sourceId = UUID.fromString(node.path("sourceId").asString());
    Instant receivedAt = Instant.parse(node.path("receivedAt").asString());
    List<ReceivedCall> calls = new ArrayList<>(node.path("calls").size());
    for (JsonNode call : node.path("calls")) {
      ObjectNode event = (ObjectNode) call.path("event");
      share(event, "context", node);
      share(event, "integrations", node);
      calls.add(
          new ReceivedCall(
              sourceId,
              CallType.valueOf(call.path("type").asString()),
              call.path("messageId").asString(),
              ofMicros(call.path("at").asLong()),
              receivedAt,
              event));
    }
    return calls;
  }

  /** What the batch says of all its events stands in each, unless that says otherwise. */
  private static void share(ObjectNode event, String name, JsonNode batch) {
    if (batch.path(name) instanceof ObjectNode shared) {
      ObjectNode both = MAPPER.createObjectNode().setAll(shared);
      if (event.path(name) instanceof ObjectNode own) {
        both.setAll(own);
      }
      event.set(name, both);
    }
  }

  /** The same calls, one by one. */
  public static List<byte[]> parts(byte[] json) {
    ObjectNode node = (ObjectNode) MAPPER.readTree(json);
    List<byte[]> parts = new ArrayList<>();
    JsonNode calls = node.remove("calls");
    for (JsonNode call : calls == null ? MAPPER.createArrayNode() : calls) {
      ObjectNode part = node.deepCopy();
      part.putArray("calls").add(call);
      parts.add(MAPPER.writeValueAsBytes(part));
    }
    return parts;
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }

  private static Instant ofMicros(long micros) {
    return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
  }
}
