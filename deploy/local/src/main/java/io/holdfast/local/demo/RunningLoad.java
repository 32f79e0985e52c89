package io.holdfast.local.demo;

import io.holdfast.local.demo.larkfield.ImportFile;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file on its way in. */
final class RunningLoad {

  private final ImportFile file;
  private final URI location;
  private @Nullable ImportStatus seen;

  RunningLoad(ImportFile file, URI location) {
    this.file = file;
    this.location = location;
  }

  /** Asks how far it is and tells what is new; whether there was anything new. */
  boolean look(PublicApi api, Consumer<String> progress) throws InterruptedException {
    ImportStatus now = api.status(location);
    if (now.equals(seen)) {
      return false;
    }
    seen = now;
    switch (now.state()) {
      case RECEIVED -> {}
      case RUNNING -> progress.accept(sentence(now.read()));
      case COMPLETED -> {
        progress.accept(sentence(now.read()));
        if (now.rejected() > 0) {
          progress.accept(complaint(now.rejected(), api.errors(location)));
        }
      }
      case FAILED -> throw new LoadFailed("the import of " + file.kind() + " failed: " + now);
    }
    return true;
  }

  boolean completed() {
    return seen != null && seen.state() == ImportStatus.State.COMPLETED;
  }

  private String sentence(long read) {
    return String.format(Locale.ROOT, "%s %,d of %,d rows", file.kind(), read, file.rows());
  }

  private String complaint(long rejected, String errors) {
    String first = errors.lines().limit(4).reduce("", (all, line) -> all + "\n    " + line);
    return String.format(
        Locale.ROOT, "WARNING: %,d lines of %s were rejected:%s", rejected, file.kind(), first);
  }

  @Override
  public String toString() {
    return file.kind() + " " + seen;
  }
}
