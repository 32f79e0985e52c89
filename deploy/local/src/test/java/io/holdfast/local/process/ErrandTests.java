package io.holdfast.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.state.KeptValues;
import io.holdfast.local.state.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrandTests {

  @TempDir Path folder;
  private StateDirectory state;
  private Errand errand;

  @BeforeEach
  void prepare() {
    state = new StateDirectory(folder).prepared();
    errand = new Errand("errand", state.log("errand"), state);
  }

  @Test
  void tellsHowTheProgramEndedAndKeepsWhatItPrinted() throws Exception {
    int outcome = errand.run(List.of("sh", "-c", "echo done; exit 3"), Map.of());

    assertThat(outcome).isEqualTo(3);
    assertThat(state.log("errand")).hasContent("done");
  }

  @Test
  void canBeFoundWhileItRunsAndNotAfterwards() throws Exception {
    List<ProcessIdentity> seen = new ArrayList<>();

    errand.run(List.of("sleep", "0.5"), Map.of(), () -> seen.addAll(Errand.left(state)));

    assertThat(seen).isNotEmpty();
    assertThat(Errand.left(state)).isEmpty();
    assertThat(state.errand("errand")).doesNotExist();
  }

  @Test
  void endsWhenWhoLooksOnFails() {
    List<ProcessIdentity> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                errand.run(
                    List.of("sleep", "600"),
                    Map.of(),
                    () -> {
                      seen.addAll(Errand.left(state));
                      throw new java.io.IOException("disk full");
                    }))
        .hasMessage("disk full");

    ProcessHandle.of(seen.getFirst().pid()).ifPresent(process -> process.onExit().join());
    assertThat(seen.getFirst().alive()).isFalse();
  }

  @Test
  void aRecordOfAnotherProcessWithTheSameIdIsNotTakenForIt() throws Exception {
    ProcessIdentity stranger = new ProcessIdentity(ProcessHandle.current().pid(), "1");
    new KeptValues(state.errand("old")).replace(stranger.toKeep());

    assertThat(Errand.left(state)).isEmpty();
    assertThat(Files.exists(state.errand("old"))).isTrue();
  }
}
