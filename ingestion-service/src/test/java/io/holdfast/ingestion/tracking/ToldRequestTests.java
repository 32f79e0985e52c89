package io.holdfast.ingestion.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.ingestion.requests.Json;
import io.holdfast.ingestion.requests.Json.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ToldRequestTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

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
  void aTimeIsKeptToTheMicrosecond() {
    List<ReceivedCall> calls =
        through(
            "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"%s\"}]}"
                .formatted(NOW));
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
    assertThat(
            fault("{\"batch\":[" + event.replace("[[", "[[[").replace("]]", "]]]") + "]}").code())
        .isEqualTo("json_too_deep");
  }

  /** The reader behind the broker makes a tree of it, in which everything has to have its place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e99999999999 | malformed_json",
        "tru | malformed_json",
        "\"\\x\" | malformed_json",
        "{\"a\":1,} | malformed_json",
        "00 | malformed_json"
      })
  void whatIsPassedOverIsCheckedAllTheSame(String value, String code) {
    assertThat(
            fault("{\"batch\":[{\"type\":\"page\",\"properties\":{\"x\":%s}}]}".formatted(value))
                .code())
        .isEqualTo(code);
  }

  @Test
  void halfACharacterInATextThatNobodyLooksAtIsNotUtf8() {
    byte[] body = "{\"batch\":[{\"type\":\"page\",\"x\":\"??\"}]}".getBytes(StandardCharsets.UTF_8);
    body[body.length - 6] = (byte) 0xc0;
    body[body.length - 5] = (byte) 0x80;
    assertThat(read(body).fault()).extracting(Fault::code).isEqualTo("not_utf8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{} {} | malformed_json", "{\"batch\":[ | malformed_json"})
  void aBodyIsOneWholeValue(String body, String code) {
    assertThat(fault(body).code()).isEqualTo(code);
  }

  @Test
  void theCallsOfOneUserShareALaneInEveryBatch() {
    Batch some = batch("{\"batch\":[" + page("ann") + "," + page("bob") + "," + page("ann") + "]}");
    Batch other = batch("{\"batch\":[" + page("ann") + "]}");
    String lane = other.shares().getFirst().lane();
    assertThat(some.shares())
        .filteredOn(share -> share.lane().equals(lane))
        .flatExtracting(Batch.Share::calls)
        .extracting(Batch.Call::user)
        .contains("ann", "ann");
    assertThat(some.shares()).flatExtracting(Batch.Share::calls).hasSize(3);
  }

  @Test
  void theLanesOfManyUsersAreFew() {
    String events = String.join(",", IntStream.range(0, 500).mapToObj(i -> page("u" + i)).toList());
    assertThat(batch("{\"batch\":[" + events + "]}").shares()).hasSize(8);
  }

  @Test
  void aShareHasAtMostAHundredCallsInTheirOrder() {
    String events =
        String.join(",", IntStream.range(0, 250).mapToObj(ToldRequestTests::ofOne).toList());
    List<Batch.Share> shares = batch("{\"batch\":[" + events + "]}").shares();
    assertThat(shares).extracting(share -> share.calls().size()).containsExactly(100, 100, 50);
    assertThat(shares).extracting(Batch.Share::lane).containsOnly(shares.getFirst().lane());
    assertThat(shares)
        .flatExtracting(Batch.Share::calls)
        .extracting(Batch.Call::messageId)
        .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void aShareOfLargeEventsIsNoMoreThan64Kilobytes() {
    String large = ofOne(1).replace("\"u\"", "\"u\",\"x\":\"" + "x".repeat(30_000) + "\"");
    List<Batch.Share> shares =
        batch("{\"batch\":[" + String.join(",", large, large, large, large, large) + "]}").shares();
    assertThat(shares).extracting(share -> share.calls().size()).containsExactly(2, 2, 1);
  }

  @Test
  void aCallAsDeepAsABodyMayBeCanBeTakenApart() {
    String deep = "[".repeat(497) + "]".repeat(497);
    Batch batch =
        batch(
            "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"properties\":%s}]}".formatted(deep));
    byte[] json = ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), NOW);
    assertThat(ReceivedCalls.parts(json)).hasSize(1);
  }

  @Test
  void aCallByItselfIsKeptInWordsThatAnErasureFinds() {
    Batch batch = batch("{\"batch\":[{\"type\":\"page\",\"userId\":\"Zo\\u00eb\"}]}");
    byte[] json = ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), NOW);
    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("Zoë");
    assertThat(new String(ReceivedCalls.parts(json).getFirst(), StandardCharsets.UTF_8))
        .contains("\"Zoë\"");
  }

  @Test
  void callsThatCameTogetherCanBeTakenApart() {
    Batch batch =
        batch("{\"context\":{\"groupId\":\"g\"},\"batch\":[" + page("a") + "," + page("b") + "]}");
    byte[] json = ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), NOW);
    List<ReceivedCall> apart =
        ReceivedCalls.parts(json).stream()
            .flatMap(part -> ReceivedCalls.read(part).stream())
            .toList();
    assertThat(apart).isEqualTo(ReceivedCalls.read(json)).hasSize(2);
  }

  private static String ofOne(int number) {
    return "{\"type\":\"page\",\"messageId\":\"m%d\",\"userId\":\"u\"}".formatted(number);
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
    return ReceivedCalls.read(ReceivedCalls.json(batch, batch.calls(), UUID.randomUUID(), NOW));
  }

  private static Batch batch(String body) {
    ToldRequest told =
        read(body.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(fault -> new AssertionError(fault.message()));
    return new ReadBatch(NOW, NOW).of(told, Optional.empty()).orElseThrow();
  }

  private static Fault fault(String body) {
    Fault fault = read(body.getBytes(StandardCharsets.UTF_8)).fault();
    return fault == null ? new Fault("", "") : fault;
  }

  private static Json<ToldRequest> read(byte[] body) {
    return Json.tokens(body, json -> ToldRequest.list(body, json));
  }
}
