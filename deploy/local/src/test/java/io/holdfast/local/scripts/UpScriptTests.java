package io.holdfast.local.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} refuses before it builds or starts anything. */
class UpScriptTests {

  @TempDir Path folder;

  @Test
  void aMissingJdkIsSaidInOneSentence() throws Exception {
    Script.Outcome outcome =
        up(Map.of("JAVA_HOME", "/nowhere", "HOLDFAST_JDKS", "/nowhere", "PATH", withoutJava()), "");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.output()).contains("needs a JDK 25 or newer").doesNotContain("\n");
  }

  @Test
  void aTakenPortIsSaidInOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Script.Outcome outcome = up(Map.of(), "--port " + taken.getLocalPort());

      assertThat(outcome.exit()).isEqualTo(1);
      assertThat(outcome.output())
          .contains("Port " + taken.getLocalPort() + " is taken")
          .doesNotContain("\n");
    }
  }

  @Test
  void aFolderOfOtherThingsIsNotTakenForTheState() throws Exception {
    Path precious = Files.writeString(folder.resolve("thesis.tex"), "kept");

    Script.Outcome outcome = up(Map.of("HOLDFAST_STATE", folder.toString()), "--fresh");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.output()).contains("holds other things").doesNotContain("\n");
    assertThat(precious).hasContent("kept");
  }

  @Test
  void aStateThatCannotBeWrittenIsSaidInOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    Script.Outcome outcome = up(Map.of("HOLDFAST_STATE", file.resolve("state").toString()), "");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.output()).contains("cannot be written").doesNotContain("\n");
  }

  private Script.Outcome up(Map<String, String> environment, String words) throws Exception {
    Map<String, String> all = new HashMap<>();
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("HOLDFAST_STATE", folder.resolve("state").toString());
    all.putAll(environment);
    return new Script(folder, all).run("'%s' %s".formatted(Path.of("up").toAbsolutePath(), words));
  }

  /** The tools that a shell script needs, and no Java. */
  private String withoutJava() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : "bash dirname basename readlink sed ls env".split(" ")) {
      Path wrapper = tools.resolve(tool);
      Files.writeString(wrapper, "#!/bin/sh\nexec /usr/bin/%s \"$@\"\n".formatted(tool));
      assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    }
    return tools.toString();
  }
}
