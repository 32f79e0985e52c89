package io.holdfast.systemtests;

import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.Door.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sends a file and waits until it has been read. */
public final class Imports {
  private static final String PATH = "/api/v1/imports?kind=";
  private static final String CSV = "text/csv";

  private Imports() {}

  public static JsonNode load(Door door, String kind, String csv) {
    return read(door, door.postText(PATH + kind, CSV, csv, Map.of()));
  }

  /**
   * @param mapping as JSON
   */
  public static JsonNode loadFile(
      Door door, String kind, Path csv, String knowledge, String mapping) {
    String path =
        PATH
            + kind
            + "&knowledge="
            + knowledge
            + "&mapping="
            + URLEncoder.encode(mapping, StandardCharsets.UTF_8);
    return read(door, door.postFile(path, CSV, csv));
  }

  private static JsonNode read(Door door, Answer answer) {
    String location = answer.expect(202).response().headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> isOver(door.get(location).expect(200).json()));
    return door.get(location).expect(200).json();
  }

  private static boolean isOver(JsonNode load) {
    String state = load.get("state").asString();
    return state.equals("completed") || state.equals("failed");
  }
}
