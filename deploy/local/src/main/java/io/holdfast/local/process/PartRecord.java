package io.holdfast.local.process;

import io.holdfast.local.state.KeptValues;
import io.holdfast.local.state.StateDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What is remembered of a started part, so that another run can find it again. */
public record PartRecord(
    String name,
    ProcessIdentity process,
    int port,
    String version,
    Path log,
    String fingerprint,
    Part.StopSignal stopSignal) {

  static PartRecord of(Part part, ProcessIdentity process, Path log) {
    return new PartRecord(
        part.name(),
        process,
        part.port(),
        part.version(),
        log,
        part.fingerprint(),
        part.stopSignal());
  }

  public static Optional<PartRecord> read(StateDirectory state, String name) {
    Map<String, String> values = new KeptValues(state.part(name)).all();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PartRecord(
            name,
            ProcessIdentity.kept(values).orElseThrow(),
            Integer.parseInt(value(values, "port")),
            value(values, "version"),
            Path.of(value(values, "log")),
            value(values, "fingerprint"),
            Part.StopSignal.valueOf(value(values, "stopSignal"))));
  }

  void write(StateDirectory state) {
    new KeptValues(state.part(name))
        .replace(
            Map.of(
                "pid", String.valueOf(process.pid()),
                "started", process.started(),
                "port", String.valueOf(port),
                "version", version,
                "log", log.toString(),
                "fingerprint", fingerprint,
                "stopSignal", stopSignal.name()));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("A part's record lacks '" + name + "'");
    }
    return value;
  }
}
