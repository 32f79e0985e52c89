package io.holdfast.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.Refusal;
import io.holdfast.local.state.KeptValues;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

  @TempDir Path folder;

  @Test
  void theDemoCompanyAndPort8080AreUsual() {
    assertThat(Options.parse(List.of())).isEqualTo(new Options(8080, true, false, List.of()));
  }

  @Test
  void readsEveryOption() {
    List<String> words =
        List.of(
            "--fresh",
            "--no-demo",
            "--port",
            "9000",
            "--allow-egress",
            "127.0.0.1:9999",
            "--allow-egress",
            "localhost:80");

    assertThat(Options.parse(words))
        .isEqualTo(new Options(9000, false, true, List.of("127.0.0.1:9999", "localhost:80")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--port", "--port x", "--port 0", "--port 70000", "--allow-egress a", "--frsh"})
  void refusesInOneSentence(String words) {
    assertThatThrownBy(() -> Options.parse(List.of(words.split(" "))))
        .isInstanceOf(Refusal.class)
        .message()
        .contains("usage: up")
        .doesNotContain("\n");
  }

  @Test
  void anotherPortIsAnotherPlatformAndAnotherDemoIsNot() {
    KeptValues kept = new KeptValues(folder.resolve("options"));
    new Options(8080, true, true, List.of()).keep(kept);

    assertThat(new Options(8080, false, false, List.of()).sameServices(kept)).isTrue();
    assertThat(new Options(8081, true, false, List.of()).sameServices(kept)).isFalse();
    assertThat(new Options(8080, true, false, List.of("a:1")).sameServices(kept)).isFalse();
  }
}
