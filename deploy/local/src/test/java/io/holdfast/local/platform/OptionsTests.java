package io.holdfast.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.Misuse;
import io.holdfast.local.state.KeptValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertThat(usual.instances()).isOne();
    assertThat(usual.settings()).isEmpty();
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
            "[::1]:9999",
            "--instances",
            "2",
            "--set",
            "HOLDFAST_DB_PORT=1=2");

    assertThat(Options.parse(words))
        .isEqualTo(
            new Options(
                Optional.of(9000),
                false,
                true,
                true,
                2,
                List.of("[::1]:9999", "localhost:80"),
                Map.of("HOLDFAST_DB_PORT", "1=2")));
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
        "--instances",
        "--instances 0",
        "--instances 5",
        "--instances two",
        "--set",
        "--set a=b",
        "--set NAME",
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
    parsed("--port 9000 --allow-egress a:1 --allow-egress b:2 --instances 2 --set A=1").keep(kept);

    assertThat(Options.parse(List.of()).servedBy(kept)).isTrue();
    assertThat(parsed("--no-demo --port 9000 --allow-egress b:2").servedBy(kept)).isTrue();
    assertThat(parsed("--instances 2 --set A=1").servedBy(kept)).isTrue();
    assertThat(parsed("--instances 3").servedBy(kept)).isFalse();
    assertThat(parsed("--set A=2").servedBy(kept)).isFalse();
    assertThat(parsed("--set B=1").servedBy(kept)).isFalse();
    assertThat(parsed("--port 8080").servedBy(kept)).isFalse();
    assertThat(parsed("--allow-egress c:3").servedBy(kept)).isFalse();
  }

  private static Options parsed(String words) {
    return Options.parse(List.of(words.split(" ")));
  }
}
