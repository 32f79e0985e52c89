package io.holdfast.local.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkSearchTests {

  @TempDir Path folder;

  @Test
  void javaHomeComesFirst() throws Exception {
    Path named = jdk("named", "25.0.1");
    jdk("place/other", "26");

    assertThat(find(named).output()).isEqualTo(named.toString());
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws Exception {
    Path good = jdk("place/good", "25");

    assertThat(find(jdk("named", "17.0.15")).output()).isEqualTo(good.toString());
  }

  @Test
  void aRuntimeWithoutCompilerIsPassedOver() throws Exception {
    Path good = jdk("place/good", "26.0.1");
    Path runtime = jdk("named", "25");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(find(runtime).output()).isEqualTo(good.toString());
  }

  @Test
  void aMissingJdkIsSaidInOneSentence() throws Exception {
    Script.Outcome outcome = find(jdk("named", "21"));

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.output()).contains("needs a JDK 25 or newer").doesNotContain("\n");
  }

  private Script.Outcome find(Path javaHome) throws Exception {
    Path lib = Path.of("lib/common.sh").toAbsolutePath();
    return new Script(folder, Map.of("JAVA_HOME", javaHome.toString()))
        .run(
            "command() { false; }; . %s; jdk_places=('%s'/*); find_jdk; echo $java_home"
                .formatted(lib, folder.resolve("place")));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Path compiler = Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\n");
    assertThat(compiler.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
