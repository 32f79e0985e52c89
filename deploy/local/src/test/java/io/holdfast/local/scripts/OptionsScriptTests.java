package io.holdfast.local.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsScriptTests {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--frsh",
        "now",
        "--port",
        "--port x",
        "--port 0",
        "--port 70000",
        "--port 1e3",
        "--allow-egress",
        "--allow-egress a",
        "--allow-egress a:b",
        "--allow-egress a:0",
        "--allow-egress a:1,b:2",
        "--instances",
        "--instances 0",
        "--instances 5",
        "--set",
        "--set name=value"
      })
  void whatIsNotUnderstoodIsSaidBeforeAnythingHappens(String words) throws Exception {
    Script.Outcome outcome = up(words);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.output().lines())
        .hasSize(2)
        .satisfiesExactly(
            sentence -> assertThat(sentence).startsWith("up: '").endsWith("."),
            usage -> assertThat(usage).startsWith("usage: deploy/local/up"));
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void theUsageIsTold() throws Exception {
    Script.Outcome outcome = up("--help");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.output()).startsWith("usage: ").doesNotContain("\n");
  }

  @Test
  void everyOptionIsUnderstood() throws Exception {
    Path lib = Path.of("lib/options.sh").toAbsolutePath();
    Script.Outcome outcome =
        new Script(folder, Map.of())
            .run(
                ". '%s'; read_options --fresh --no-demo --allow-egress [::1]:80 --detach --port 9000"
                        .formatted(lib)
                    + " --instances 2 --set HOLDFAST_DB_PORT=1"
                    + " --allow-egress my-host.example:65535; echo $detach $port");

    assertThat(outcome.output()).isEqualTo("yes 9000");
  }

  private Script.Outcome up(String words) throws Exception {
    String state = folder.resolve("state").toString();
    return new Script(folder, Map.of("HOLDFAST_STATE", state, "HOLDFAST_JDKS", "/nowhere"))
        .run("'%s' %s".formatted(Path.of("up").toAbsolutePath(), words));
  }
}
