package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each story of the demo company is found by the signal that {@code docs/demo-company.md} names.
 */
class DemoStoriesIT {

  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([a-z_]+)` \\| (\\d+) \\|");
  private static final int TELLING = 75;
  private static final int LOOKED_AT = 110;

  private final Door door = Door.with(PLATFORM, PLATFORM.token("admin", "demo"));

  /**
   * @param from how many days before the load to begin
   */
  record Story(String account, String signal, int from) {}

  static List<Story> stories() throws IOException {
    String page = Files.readString(PLATFORM.repository().resolve("docs/demo-company.md"));
    List<Story> stories = new ArrayList<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      stories.add(new Story(row.group(1), row.group(2), Integer.parseInt(row.group(3))));
    }
    assertThat(stories).hasSize(16);
    return stories;
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theStoryIsFoundByItsSignal(Story story) {
    JsonNode account = door.get("/api/v1/accounts/" + story.account()).expect(200).json();
    Instant now = now(story);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate first = today.minusDays(story.from());
    LocalDate left =
        account.get("churnedOn").isNull()
            ? today
            : LocalDate.parse(account.get("churnedOn").asString()).minusDays(1);
    LocalDate last = first.plusDays(LOOKED_AT).isBefore(left) ? first.plusDays(LOOKED_AT) : left;

    Optional<LocalDate> found =
        first
            .datesUntil(last.plusDays(1))
            .filter(day -> points(story, day, now).filter(points -> points < TELLING).isPresent())
            .findFirst();

    assertThat(found).as("%s by %s", story.account(), story.signal()).isPresent();
  }

  private Instant now(Story story) {
    return Instant.parse(
        door.get("/api/v1/accounts/" + story.account() + "/health")
            .expect(200)
            .json()
            .get("knownAt")
            .asString());
  }

  /** At the end of a day, or now; nothing without data. */
  private Optional<Double> points(Story story, LocalDate day, Instant now) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    Instant at = end.isAfter(now) ? now : end;
    JsonNode health =
        door.get("/api/v1/accounts/%s/health?asOf=%s".formatted(story.account(), at))
            .expect(200)
            .json();
    return StreamSupport.stream(health.get("axes").spliterator(), false)
        .flatMap(axis -> StreamSupport.stream(axis.get("signals").spliterator(), false))
        .filter(signal -> signal.get("key").asString().equals(story.signal()))
        .map(signal -> signal.get("score"))
        .filter(score -> !score.isNull())
        .map(JsonNode::asDouble)
        .findFirst();
  }
}
