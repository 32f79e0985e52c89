package io.holdfast.systemtests;

import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.Door.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sends a file and waits until it has been read. */
final class Imports {
  private Imports() {}

  static JsonNode load(Door door, String kind, String csv) {
    return load(door, kind, csv, "now", Map.of());
  }

  static JsonNode load(
      Door door, String kind, String csv, String knowledge, Map<String, ?> mapping) {
    String path = "/api/v1/imports?kind=" + kind + "&knowledge=" + knowledge;
    if (!mapping.isEmpty()) {
      path +=
          "&mapping="
              + URLEncoder.encode(Door.JSON.writeValueAsString(mapping), StandardCharsets.UTF_8);
    }
    Answer accepted = door.postText(path, "text/csv", csv, Map.of()).expect(202);
    String location = accepted.response().headers().firstValue("Location").orElseThrow();
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
