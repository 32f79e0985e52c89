package io.holdfast.ingestion.batch;

import static io.holdfast.ingestion.batch.BatchFixture.RECEIVED;
import static io.holdfast.ingestion.batch.BatchFixture.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.batch.Batch.Fault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadBatchTests {

  @Test
  void withoutATimeAnEventHappenedWhenItWasReceived() {
    assertThat(at("\"event\":\"E\"", "")).isEqualTo(RECEIVED);
  }

  @Test
  void timestampComesBeforeOriginalTimestamp() {
    assertThat(
            at(
                "\"timestamp\":\"2026-02-01T00:00:00Z\",\"originalTimestamp\":\"2026-01-01T00:00:00Z\"",
                ""))
        .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(at("\"originalTimestamp\":\"2026-01-01T00:00:00.5Z\"", ""))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
  }

  @Test
  void aClockThatIsOffByMoreThanAMinuteIsCorrected() {
    String told = "\"timestamp\":\"2026-03-01T10:00:00Z\"";
    assertThat(at(told, "\"sentAt\":\"2026-03-01T11:00:00Z\","))
        .isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    assertThat(at(told, "\"sentAt\":\"2026-03-01T11:59:30Z\","))
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(at(told, "\"sentAt\":\"no time\","))
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void aNumberCountsSecondsUntilItMustCountMilliseconds() {
    assertThat(at("\"timestamp\":1767225600", "")).isEqualTo(Instant.ofEpochSecond(1767225600));
    assertThat(at("\"timestamp\":1767225600.25", ""))
        .isEqualTo(Instant.ofEpochMilli(1767225600250L));
    assertThat(at("\"timestamp\":1767225600250", ""))
        .isEqualTo(Instant.ofEpochMilli(1767225600250L));
    assertThat(at("\"timestamp\":12345", "")).isEqualTo(Instant.ofEpochSecond(12345));
  }

  @Test
  void onePermanentFaultLeavesTheOthersIn() {
    Batch batch =
        batch(
            """
            {"batch":[{"type":"track","userId":"u","event":"E"},
              {"type":"track","userId":"u"},
              {"type":"jump","userId":"u"},
              {"type":"track","event":"E"},
              {"type":"group","userId":"u"},
              {"type":"alias","userId":"u"},
              {"type":"track","userId":"a\\u0000b","event":"E"},
              {"type":"track","userId":"u","event":"E","messageId":"%s"},
              {"type":"track","userId":"u","event":"%s"},
              null]}
            """
                .formatted("m".repeat(101), "x".repeat(33_000)));
    assertThat(batch.calls()).hasSize(1);
    assertThat(batch.faults())
        .extracting(Fault::code)
        .containsExactly(
            "missing_event",
            "unknown_type",
            "missing_user",
            "missing_group_id",
            "missing_ids",
            "invalid_userId",
            "message_id_too_long",
            "event_too_large",
            "not_an_object");
  }

  @Test
  void theContextOfABatchCountsForEachOfItsEvents() {
    Batch batch =
        batch(
            "{\"context\":{\"x\":\"%s\"},\"batch\":[{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\"}]}"
                .formatted("x".repeat(33_000)));
    assertThat(batch.faults()).extracting(Fault::code).containsExactly("event_too_large");
  }

  @Test
  void whatABatchSaysOfAllIsCheckedLikeTheirOwn() {
    Batch batch =
        batch(
            """
            {"context":{"groupId":"a\\u0000b"},"batch":[{"type":"track","userId":"u","event":"E"}]}
            """);
    assertThat(batch.faults()).extracting(Fault::code).containsExactly("invalid_groupId");
  }

  @Test
  void timesThatNobodyCanKeepAreFaults() {
    for (String time :
        List.of(
            "[]", "{}", "true", "-1", "9000000000000000", "1e400", "\"1969-12-31T00:00:00Z\"")) {
      Batch batch =
          batch(
              "{\"batch\":[{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\",\"timestamp\":%s}]}"
                  .formatted(time));
      assertThat(batch.faults()).as(time).extracting(Fault::code).containsExactly("invalid_time");
    }
    Batch corrected =
        batch(
            """
            {"sentAt":"1990-01-01T00:00:00Z",
             "batch":[{"type":"track","userId":"u","event":"E","timestamp":"9990-01-01T00:00:00Z"}]}
            """);
    assertThat(corrected.faults()).extracting(Fault::code).containsExactly("invalid_time");
  }

  private static Instant at(String members, String common) {
    String json =
        "{%s\"batch\":[{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\",%s}]}"
            .formatted(common, members);
    Batch batch = batch(json);
    assertThat(batch.faults()).isEmpty();
    return batch.calls().getFirst().at();
  }
}
