package io.holdfast.local.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildScriptTests {

  private static final List<String> MODULES =
      List.of(
          "gateway",
          "ingestion-service",
          "scoring-service",
          "metrics-service",
          "notification-service",
          "deploy/local");
  private static final Instant SOURCES = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant BUILT = SOURCES.plusSeconds(60);
  private static final Instant EDITED = BUILT.plusSeconds(60);

  @TempDir Path project;

  @BeforeEach
  void aBuiltTree() throws IOException {
    for (String module : MODULES) {
      write(module + "/pom.xml");
      write(module + "/src/main/java/A.java");
      write(module + "/src/test/java/ATests.java");
      write(module + "/target/" + Path.of(module).getFileName() + "-0.1.0-SNAPSHOT.jar");
    }
    write("pom.xml");
    write("platform/tenancy/src/main/java/T.java");
    Files.createDirectories(project.resolve("deploy/local/target/lib"));
    date(project, SOURCES);
    for (String module : MODULES) {
      date(project.resolve(module).resolve("target"), BUILT);
    }
  }

  @Test
  void aBuiltTreeIsNotStale() throws Exception {
    assertThat(stale()).isEmpty();
  }

  @Test
  void aChangedSourceMakesItsModuleStale() throws Exception {
    touch("scoring-service/src/main/java/A.java");

    assertThat(stale()).containsExactly("scoring-service");
  }

  @Test
  void aRemovedSourceMakesItsModuleStale() throws Exception {
    Files.delete(project.resolve("metrics-service/src/main/java/A.java"));
    touch("metrics-service/src/main/java");

    assertThat(stale()).containsExactly("metrics-service");
  }

  @Test
  void aChangedTestDoesNot() throws Exception {
    touch("scoring-service/src/test/java/ATests.java");

    assertThat(stale()).isEmpty();
  }

  @Test
  void aChangedPlatformMakesEverythingStale() throws Exception {
    touch("platform/tenancy/src/main/java/T.java");

    assertThat(stale()).containsExactlyInAnyOrderElementsOf(MODULES);
  }

  @Test
  void aChangedPageOrTestOfThePlatformDoesNot() throws Exception {
    write("platform/tenancy/README.md");
    write("platform/test-support/src/main/java/S.java");
    touch("platform/tenancy/README.md");
    touch("platform/test-support/src/main/java/S.java");

    assertThat(stale()).isEmpty();
  }

  @Test
  void onlyWhatIsStaleIsBuilt() throws Exception {
    touch("scoring-service/src/main/java/A.java");
    touch("metrics-service/pom.xml");

    Script.Outcome outcome =
        run(
            "java_home=/jdk; java() { :; }; mvn() { case $1 in -v) echo 'Apache Maven 3.9.9' ;;"
                + " *) echo \"[ERROR] $JAVA25_HOME $*\" ;; esac; }; build_what_is_stale");

    assertThat(outcome.exit()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .contains("Building metrics-service,scoring-service\n")
        .contains("/jdk")
        .contains("-pl metrics-service,scoring-service -am package");
    assertThat(stale()).isEmpty();
  }

  @Test
  void aFailedBuildIsTriedAgain() throws Exception {
    touch("scoring-service/src/main/java/A.java");

    Script.Outcome outcome =
        run(
            "java_home=/jdk; java() { :; }; refuse() { echo \"$1\"; exit 1; }; mvn() { case $1 in"
                + " -v) echo 'Apache Maven 3.9.9' ;; *) return 1 ;; esac; }; build_what_is_stale");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.output()).endsWith("The build failed; Maven says why above.");
    assertThat(stale()).containsExactly("scoring-service");
  }

  @Test
  void aMissingJarIsBuilt() throws Exception {
    Files.delete(project.resolve("gateway/target/gateway-0.1.0-SNAPSHOT.jar"));

    assertThat(stale()).containsExactly("gateway");
  }

  @Test
  void aBuildThatHadNothingToChangeIsNotRepeated() throws Exception {
    touch("pom.xml");
    Path mark = Files.writeString(project.resolve("deploy/local/target/.built"), "");
    Files.setLastModifiedTime(mark, FileTime.from(EDITED.plusSeconds(1)));

    assertThat(stale()).isEmpty();
  }

  @Test
  void aMissingMavenIsSaidInOneSentence() throws Exception {
    Script.Outcome outcome = run("PATH=/nowhere; refuse() { echo \"$1\"; exit 1; }; require_maven");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.output()).contains("needs Maven 3.8 or newer").doesNotContain("\n");
  }

  @Test
  void anOldMavenIsSaidInOneSentence() throws Exception {
    Script.Outcome outcome =
        run(
            "refuse() { echo \"$1\"; exit 1; }; mvn() { echo 'Apache Maven 3.6.3 (x)'; };"
                + " require_maven");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.output()).contains("'mvn' here is 3.6.3").doesNotContain("\n");
  }

  @Test
  void newerMavensWillDo() throws Exception {
    for (String version : List.of("3.8.7", "3.9.11", "4.0.0-rc-4")) {
      assertThat(run("mvn() { echo 'Apache Maven " + version + "'; }; require_maven").exit())
          .isZero();
    }
  }

  private List<String> stale() throws Exception {
    Script.Outcome outcome = run("stale_modules");
    assertThat(outcome.exit()).as(outcome.output()).isZero();
    return outcome.output().lines().toList();
  }

  private Script.Outcome run(String text) throws Exception {
    Path lib = Path.of("lib/build.sh").toAbsolutePath();
    return new Script(project, Map.of())
        .run("project=$PWD; here=$PWD/deploy/local; . " + lib + "\n" + text);
  }

  private void write(String file) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
  }

  private void touch(String file) throws IOException {
    Files.setLastModifiedTime(project.resolve(file), FileTime.from(EDITED));
  }

  private static void date(Path tree, Instant time) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(time));
      }
    }
  }
}
