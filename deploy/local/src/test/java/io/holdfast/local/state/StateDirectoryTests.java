package io.holdfast.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTests {

  @TempDir Path folder;

  @Test
  void aWipeForgetsAllButTheProgramsAndTheProgressOfThisRun() throws Exception {
    StateDirectory state = new StateDirectory(folder.resolve("state")).prepared();
    Files.createDirectories(state.cache().resolve("scoring"));
    Files.createDirectories(state.postgres().resolve("base"));
    Files.writeString(state.clock(), "PT1H");
    Files.writeString(state.log("scoring"), "old");
    Files.writeString(state.log("up"), "Starting");

    state.wipe();

    try (var left = Files.list(state.root())) {
      assertThat(left).containsExactlyInAnyOrder(state.cache(), state.root().resolve("log"));
    }
    try (var left = Files.list(state.root().resolve("log"))) {
      assertThat(left).containsExactly(state.log("up"));
    }
    assertThat(state.cache().resolve("scoring")).exists();
  }

  @Test
  void aWipeLeavesAloneWhatIsNotOfThePlatform() throws Exception {
    StateDirectory state = new StateDirectory(folder.resolve("state")).prepared();
    Path precious = Files.writeString(state.root().resolve("thesis.tex"), "kept");

    state.wipe();

    assertThat(precious).hasContent("kept");
  }

  @Test
  void aWipeDoesNotFollowLinks() throws Exception {
    StateDirectory state = new StateDirectory(folder.resolve("state")).prepared();
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("precious"), "kept");
    Files.createSymbolicLink(state.postgres(), elsewhere);

    state.wipe();

    assertThat(state.postgres()).doesNotExist();
    assertThat(elsewhere.resolve("precious")).hasContent("kept");
  }

  @Test
  void saysWhyItCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    assertThatThrownBy(() -> new StateDirectory(file.resolve("state")).prepared())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot be written");
  }
}
