package io.holdfast.local.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.process.ProcessIdentity;
import io.holdfast.local.state.KeptValues;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessScriptTests {

  @TempDir Path folder;

  @Test
  void aRecordedProcessIsRecognised() throws Exception {
    assertThat(runs(ProcessIdentity.current())).isTrue();
  }

  @Test
  void anotherProcessWithTheSameIdIsNot() throws Exception {
    assertThat(runs(new ProcessIdentity(ProcessHandle.current().pid(), "1"))).isFalse();
  }

  @Test
  void aProcessThatIsGoneIsNot() throws Exception {
    assertThat(runs(new ProcessIdentity(Integer.MAX_VALUE, "1"))).isFalse();
  }

  @Test
  void withoutARecordNothingRuns() throws Exception {
    assertThat(script().exit()).isNotZero();
  }

  private boolean runs(ProcessIdentity process) throws Exception {
    new KeptValues(folder.resolve("record")).replace(process.toKeep());
    return script().exit() == 0;
  }

  private Script.Outcome script() throws Exception {
    Path lib = Path.of("lib/processes.sh").toAbsolutePath();
    return new Script(folder, Map.of()).run(". '%s'; recorded_process_runs record".formatted(lib));
  }
}
