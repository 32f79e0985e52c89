package io.holdfast.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.platform.Instance;
import io.holdfast.local.platform.Options;
import io.holdfast.local.state.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTests {

  @TempDir Path folder;

  @Test
  void namesTheConsoleASignInAndACall() {
    Instance instance = instance("checkout", "checkout/deploy/local/.state");
    Options.parse(List.of("--port", "9000")).keep(instance.running());

    assertThat(new Welcome(instance, true).text(12.3))
        .contains("ready after 12 s")
        .contains("http://localhost:9000")
        .contains("ana.rivera@larkfield.example")
        .contains(
            "curl -s -H \"Authorization: Bearer $("
                + folder
                + "/checkout/deploy/local/token)\" 'http://localhost:9000/api/v1/accounts?limit=3'")
        .contains("Ctrl-C here, or " + folder + "/checkout/deploy/local/down");
  }

  @Test
  void itsCommandsSpeakOfThisStateAndCanBeTypedWhateverThePath() {
    Instance instance = instance("it's a checkout", "my state");

    assertThat(new Welcome(instance, false).text(1))
        .contains(
            "$(HOLDFAST_STATE='%s/my state' '%s/it'\\''s a checkout/deploy/local/token')"
                .formatted(folder, folder))
        .doesNotContain("Ctrl-C");
  }

  @Test
  void everyDoorIsNamed() {
    Instance instance = instance("checkout", "state");
    Options.parse(List.of("--instances", "2")).keep(instance.running());
    String further = instance.furtherGateways().getFirst().toString();

    assertThat(instance.furtherGateways()).hasSize(1);
    assertThat(new Welcome(instance, false).text(1))
        .contains("http://localhost:8080")
        .contains(further + ", too");
  }

  private Instance instance(String project, String state) {
    return new Instance(new StateDirectory(folder.resolve(state)), folder.resolve(project));
  }
}
