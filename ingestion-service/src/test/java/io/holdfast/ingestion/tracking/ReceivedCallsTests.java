package io.holdfast.ingestion.tracking;

import static io.holdfast.ingestion.batch.BatchFixture.RECEIVED;
import static io.holdfast.ingestion.batch.BatchFixture.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.ingestion.batch.Batch;
import io.holdfast.ingestion.requests.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReceivedCallsTests {

  @Test
  void whatIsAcceptedIsReadBehindTheBrokerAsItWasSent() {
    qt().withExamples(300)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              ObjectNode body = body(random);
              String text = random.nextBoolean() ? body.toPrettyString() : body.toString();
              List<ReceivedCall> calls = through((random.nextInt(4) == 0 ? "\uFEFF" : "") + text);
              assertThat(calls).hasSize(body.path("batch").size());
              for (int i = 0; i < calls.size(); i++) {
                assertThat(calls.get(i).event().toString()).isEqualTo(merged(body, i).toString());
              }
            });
  }

  @Test
  void theContextOfABatchGoesIntoEachEventWhichKeepsItsOwn() {
    Batch batch =
        batch(
            """
            {"context":{"groupId":"acme","ip":"1"},"batch":[
              {"type":"track","userId":"u","event":"E","context":{"ip":"2"}}]}
            """);
    byte[] json = ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), RECEIVED);
    assertThat(ReceivedCalls.read(json).getFirst().event().path("context").toString())
        .contains("\"groupId\":\"acme\"", "\"ip\":\"2\"");
  }

  @Test
  void aTimeIsKeptToTheMicrosecond() {
    List<ReceivedCall> calls =
        through(
            """
            {"batch":[{"type":"page","userId":"u","timestamp":"2026-03-01T12:00:00.123456789Z"}]}
            """);
    assertThat(calls.getFirst().at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
  }

  @Test
  void ofANameThatStandsTwiceTheLastCounts() {
    List<ReceivedCall> calls =
        through(
            """
            {"batch":"none","batch":[{"type":"page","userId":"a","userId":"b","messageId":"1","messageId":"2"}]}
            """);
    assertThat(calls.getFirst().messageId()).isEqualTo("2");
    assertThat(calls.getFirst().event().path("userId").asString()).isEqualTo("b");
  }

  @Test
  void anEventAsDeepAsABodyMayBeIsReadBehindTheBroker() {
    String deep = "[".repeat(497) + "]".repeat(497);
    String event = "{\"type\":\"page\",\"userId\":\"u\",\"properties\":%s}".formatted(deep);
    assertThat(through("{\"batch\":[" + event + "]}")).hasSize(1);
  }

  @Test
  void aCallAsDeepAsABodyMayBeCanBeTakenApart() {
    String deep = "[".repeat(497) + "]".repeat(497);
    Batch batch =
        batch(
            "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"properties\":%s}]}".formatted(deep));
    byte[] json = ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), RECEIVED);
    assertThat(ReceivedCalls.parts(json)).hasSize(1);
  }

  @Test
  void aCallByItselfIsKeptInWordsThatAnErasureFinds() {
    Batch batch = batch("{\"batch\":[{\"type\":\"page\",\"userId\":\"Zo\\u00eb\"}]}");
    byte[] json = ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), RECEIVED);
    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("Zoë");
    assertThat(new String(ReceivedCalls.parts(json).getFirst(), StandardCharsets.UTF_8))
        .contains("\"Zoë\"");
  }

  @Test
  void callsThatCameTogetherCanBeTakenApart() {
    Batch batch =
        batch("{\"context\":{\"groupId\":\"g\"},\"batch\":[" + page("a") + "," + page("b") + "]}");
    byte[] json = ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), RECEIVED);
    List<ReceivedCall> apart =
        ReceivedCalls.parts(json).stream()
            .flatMap(part -> ReceivedCalls.read(part).stream())
            .toList();
    assertThat(apart).isEqualTo(ReceivedCalls.read(json)).hasSize(2);
  }

  private static String page(String user) {
    return "{\"type\":\"page\",\"messageId\":\"m-%s\",\"userId\":\"%s\"}".formatted(user, user);
  }

  private static ObjectNode body(Random random) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode batch = Json.MAPPER.createArrayNode();
    int events = 1 + random.nextInt(4);
    for (int i = 0; i < events; i++) {
      ObjectNode event = batch.addObject();
      event.put("type", "page").put("userId", "u" + random.nextInt(3)).put("messageId", "m" + i);
      event.set("properties", value(random, 3));
      if (random.nextBoolean()) {
        event.set("context", value(random, 2));
      }
    }
    boolean before = random.nextBoolean();
    if (!before) {
      body.set("batch", batch);
    }
    body.set("context", value(random, 2));
    body.set("other", value(random, 2));
    if (before) {
      body.set("batch", batch);
    }
    return body;
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> Json.MAPPER.getNodeFactory().nullNode();
      case 1 -> Json.MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
      case 2 -> Json.MAPPER.readTree(random.nextInt(1000) + ".5e" + random.nextInt(9));
      case 3 -> Json.MAPPER.getNodeFactory().numberNode(random.nextLong());
      case 4 -> Json.MAPPER.getNodeFactory().stringNode("\"\\ü€\n" + "x".repeat(random.nextInt(9)));
      case 5 -> {
        ArrayNode list = Json.MAPPER.createArrayNode();
        IntStream.range(0, random.nextInt(4)).forEach(_ -> list.add(value(random, depth - 1)));
        yield list;
      }
      default -> {
        ObjectNode object = Json.MAPPER.createObjectNode();
        IntStream.range(0, random.nextInt(4))
            .forEach(i -> object.set("ö" + i, value(random, depth - 1)));
        yield object;
      }
    };
  }

  /** The event with what its batch says of all. */
  private static JsonNode merged(ObjectNode body, int index) {
    ObjectNode event = ((ObjectNode) body.path("batch").get(index)).deepCopy();
    if (body.path("context") instanceof ObjectNode shared) {
      ObjectNode both = shared.deepCopy();
      if (event.path("context") instanceof ObjectNode own) {
        both.setAll(own);
      }
      event.set("context", both);
    }
    return event;
  }

  private static List<ReceivedCall> through(String body) {
    Batch batch = batch(body);
    assertThat(batch.faults()).isEmpty();
    return ReceivedCalls.read(
        ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), RECEIVED));
  }
}
