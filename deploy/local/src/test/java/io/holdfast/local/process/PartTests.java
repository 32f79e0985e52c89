package io.holdfast.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartTests {

  private static final List<String> COMMAND = List.of("java", "-jar", "a.jar");

  @Test
  void anotherEnvironmentOrProgramIsAnotherPart() {
    assertThat(part(COMMAND, Map.of("PORT", "1")).fingerprint())
        .isEqualTo(part(COMMAND, Map.of("PORT", "1")).fingerprint())
        .isNotEqualTo(part(COMMAND, Map.of("PORT", "2")).fingerprint())
        .isNotEqualTo(part(List.of("java", "-jar", "b.jar"), Map.of("PORT", "1")).fingerprint());
  }

  @Test
  void aPartThatOnlyStartedMoreSlowlyIsTheSame() {
    List<String> faster = List.of("java", "-XX:AOTCache=/a.aot", "-jar", "a.jar");

    assertThat(part(faster, Map.of()).fingerprint())
        .isEqualTo(part(COMMAND, Map.of()).fingerprint());
  }

  private static Part part(List<String> command, Map<String, String> environment) {
    return new Part("a", "1", 1, command, environment, () -> true, Part.StopSignal.TERM);
  }
}
