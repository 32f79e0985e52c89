package io.holdfast.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.platform.Instance;
import io.holdfast.local.state.StateDirectory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands answer where no platform has ever run. */
class MainTests {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instance instance;

  @BeforeEach
  void noPlatform() {
    instance = new Instance(new StateDirectory(folder.resolve("state")), folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token --client boss",
        "token --client",
        "token --tenant mine",
        "token --scope nonsense:read",
        "token --client csm --scope metrics:write",
        "token --scope ",
        "token demo",
        "clock tomorrow",
        "clock 7d",
        "clock +7d now",
        "mail --all",
        "mail first",
        "mail 1 2",
        "mail --raw",
        "status --verbose",
        "down --force",
        "up --frsh",
        "up --port x"
      })
  void wordsThatAreNotUnderstoodEndWithExitCodeTwo(String call) {
    assertThat(run(call)).isEqualTo(2);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    String command = call.substring(0, call.indexOf(' '));
    assertThat(complaint().lines())
        .hasSize(2)
        .satisfiesExactly(
            sentence -> assertThat(sentence).startsWith(command + ": "),
            usage -> assertThat(usage).startsWith("usage: deploy/local/" + command));
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "token --client csm, Holdfast is not running",
    "token --write-key, Holdfast is not running",
    "clock +7d, There is no platform",
    "mail 1, No mail has been caught",
    "mail last, No mail has been caught"
  })
  void whatCannotBeDoneNowEndsWithExitCodeOne(String call, String reason) {
    assertThat(run(call)).isEqualTo(1);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(complaint()).contains(reason).hasLineCount(1);
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "down, 0, Holdfast is not running.",
    "status, 1, Holdfast is not running.",
    "mail, 0, No mail has been caught.",
    "clock, 0, (real time)",
    "token --help, 0, usage: deploy/local/token"
  })
  void theOthersAnswer(String call, int exit, String answer) {
    assertThat(run(call)).isEqualTo(exit);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains(answer);
    assertThat(complaint()).isEmpty();
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void theClockIsNotMovedOutOfAllReason() throws Exception {
    instance.state().prepared();

    assertThat(run("clock +600w")).isEqualTo(1);

    assertThat(complaint()).contains("further than 3650 days").hasLineCount(1);
    assertThat(instance.clock().offset()).isZero();
  }

  private String complaint() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(String call) {
    String[] words = call.split(" ", -1);
    PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream complaints = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Main(words[0], Main.command(words[0], instance, answers), answers, complaints)
        .run(List.of(words).subList(1, words.length));
  }
}
