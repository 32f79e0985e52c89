package io.holdfast.systemtests.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.LocalPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The state that the landing before left, taken over by this build: its databases are migrated, its
 * figures are found again, and the work it had promised is done. Business time goes on where it
 * was.
 */
class UpgradeIT {
  private static LocalPlatform platform;
  private static JsonNode landing;

  @BeforeAll
  static void takeOver() throws IOException {
    Path state = LocalPlatform.folder("platform-upgrade");
    FileSystemUtils.deleteRecursively(state);
    try (InputStream kept = resource("state.tar.xz")) {
      StateArchive.unpack(kept, state);
    }
    try (InputStream kept = resource("landing.json")) {
      landing = Door.JSON.readTree(kept);
    }
    Instant then = Instant.parse(landing.get("businessTime").asString());
    Files.writeString(state.resolve("clock"), Duration.between(Instant.now(), then).toString());
    Files.createFile(state.resolve("supervisor.lock")); // so that the folder is known as a state
    platform = LocalPlatform.resumed(state, "--no-demo");
    platform.awaitNothingToDo();
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(UpgradeIT.class.getResourceAsStream("/landing/" + name), name);
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void everyFigureIsFoundAgain() {
    JsonNode before = landing.get("figures");
    assertThat(before.size()).isGreaterThan(30);
    Door demo = Door.with(platform, platform.token("admin", "demo"));
    assertThat(Figures.lost(before, Figures.of(demo, before.propertyNames()))).isEmpty();
  }

  @Test
  void whatWasPromisedIsDoneOnce() {
    new UnfinishedWork(platform, Door.with(platform, platform.token("admin", "other")))
        .assertDoneOnce();
  }
}
