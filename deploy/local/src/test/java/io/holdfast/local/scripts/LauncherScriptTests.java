package io.holdfast.local.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where commands find the project and their own program. */
class LauncherScriptTests {

  @TempDir Path folder;
  private Path local;

  @BeforeEach
  void aCheckout() throws IOException {
    local = Files.createDirectories(folder.toRealPath().resolve("my checkout/deploy/local"));
    Files.createDirectories(local.resolve("lib"));
    Files.copy(Path.of("lib/common.sh"), local.resolve("lib/common.sh"));
  }

  @Test
  void aCheckoutReachedByALinkIsTheSameCheckout() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("my checkout"));

    Script.Outcome outcome = run(link.resolve("deploy/local"), "echo \"$state\"");

    assertThat(outcome.output()).isEqualTo(local.resolve(".state").toString());
  }

  @Test
  void theProgramBuiltLastIsUsed() throws Exception {
    Files.createDirectories(local.resolve("target/lib"));
    Files.writeString(local.resolve("target/local-1.jar"), "");
    installed("1", "2026-01-01T00:00:00Z");

    assertThat(run(local, "launcher_classes").output())
        .isEqualTo(local + "/target/local-1.jar:" + local + "/target/lib/*");
  }

  @Test
  void withoutABuildTheProgramOfTheRunningPlatformIsUsed() throws Exception {
    installed("1", "2026-01-01T00:00:00Z");
    installed("2", "2026-01-03T00:00:00Z");
    installed("3", "2026-01-02T00:00:00Z");

    assertThat(run(local, "launcher_classes").output())
        .isEqualTo(local + "/.state/cache/local/2/*");
  }

  @Test
  void withoutAnyProgramThereIsNone() throws Exception {
    assertThat(run(local, "launcher_classes").output()).isEmpty();
  }

  @Test
  void whereNothingWasBuiltNothingRuns() throws Exception {
    Files.copy(Path.of("down"), local.resolve("down"));

    Script.Outcome outcome = run(local, "bash \"$here/down\"");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.output()).isEqualTo("Holdfast is not running.");
  }

  private void installed(String name, String on) throws IOException {
    Path program = Files.createDirectories(local.resolve(".state/cache/local").resolve(name));
    Files.setLastModifiedTime(program, FileTime.from(Instant.parse(on)));
  }

  private Script.Outcome run(Path from, String text) throws Exception {
    return new Script(folder, Map.of()).run(". '%s/lib/common.sh'; %s".formatted(from, text));
  }
}
