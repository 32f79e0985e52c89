package io.holdfast.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.Misuse;
import io.holdfast.local.state.KeptValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

  @TempDir Path folder;

  @Test
  void theDemoCompanyAndPort8080AreUsual() {
    Options usual = Options.parse(List.of());

    assertThat(usual.port()).isEqualTo(8080);
    assertThat(usual.demo()).isTrue();
    assertThat(usual.fresh()).isFalse();
    assertThat(usual.egress()).isEmpty();
  }

  @Test
  void readsEveryOption() {
    List<String> words =
        List.of(
            "--fresh",
            "--detach",
            "--no-demo",
            "--port",
            "9000",
            "--allow-egress",
            "localhost:80",
            "--allow-egress",
            "[::1]:9999");

    assertThat(Options.parse(words))
        .isEqualTo(
            new Options(
                Optional.of(9000), false, true, true, List.of("[::1]:9999", "localhost:80")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--port x",
        "--port 0",
        "--port 70000",
        "--allow-egress a",
        "--allow-egress a:b",
        "--allow-egress a:0",
        "--allow-egress a:1,b:2",
        "--allow-egress",
        "--frsh",
        "now"
      })
  void refusesInOneSentence(String words) {
    assertThatThrownBy(() -> Options.parse(List.of(words.split(" "))))
        .isInstanceOf(Misuse.class)
        .message()
        .doesNotContain("\n")
        .endsWith(".");
  }

  @Test
  void aRunningPlatformServesWhoAsksForNothingElse() {
    KeptValues kept = new KeptValues(folder.resolve("options"));
    parsed("--port 9000 --allow-egress a:1 --allow-egress b:2").keep(kept);

    assertThat(Options.parse(List.of()).servedBy(kept)).isTrue();
    assertThat(parsed("--no-demo --port 9000 --allow-egress b:2").servedBy(kept)).isTrue();
    assertThat(parsed("--port 8080").servedBy(kept)).isFalse();
    assertThat(parsed("--allow-egress c:3").servedBy(kept)).isFalse();
  }

  private static Options parsed(String words) {
    return Options.parse(List.of(words.split(" ")));
  }
}
