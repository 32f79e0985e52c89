package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads imports, some stretches of a file at a time. The place reached and the effect of the lines
 * before it commit together, so a worker that dies leaves nothing half done, and the next one goes
 * on at that line.
 */
@Component
class ReadImport implements TimerHandler {
  static final String KIND = "import";

  /** More at a time would outlive the young generation of a small heap. */
  private static final int LINES = 5_000;

  private static final int PIECES = 2;

  /** Enough for a record of 1 MB, which is taken in whole wherever it begins. */
  private static final int MANY_PIECES = 5;

  private static final long LONGEST_NANOS = 1_500_000_000L;
  private static final int ATTEMPTS = 10;

  private final Imports imports;
  private final Chunks chunks;
  private final Faults faults;
  private final AdmitEntries admission;
  private final Timers timers;

  ReadImport(Imports imports, Chunks chunks, Faults faults, AdmitEntries admission, Timers timers) {
    this.imports = imports;
    this.chunks = chunks;
    this.faults = faults;
    this.admission = admission;
    this.timers = timers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    UUID id = UUID.fromString(timer.key());
    if (timer.attempt() > ATTEMPTS) {
      return failed(id, "it could not be read in " + ATTEMPTS + " attempts; the log says why")
          .then();
    }
    long until = System.nanoTime() + LONGEST_NANOS;
    return stretches(timer.tenant(), id, until)
        .filter(goesOn -> goesOn)
        .flatMap(_ -> timers.set(timer.tenant(), KIND, timer.key(), Instant.EPOCH, ""));
  }

  /** True when there is more to read than there was time. */
  private Mono<Boolean> stretches(TenantId tenant, UUID id, long until) {
    return imports
        .locked(id)
        .filter(ImportRow::open)
        .flatMap(row -> stretch(tenant, row))
        .flatMap(
            more ->
                more && System.nanoTime() - until < 0
                    ? stretches(tenant, id, until)
                    : Mono.just(more))
        .defaultIfEmpty(false);
  }

  private Mono<Boolean> stretch(TenantId tenant, ImportRow row) {
    return found(row)
        .flatMap(
            found ->
                found.stuck()
                    ? failed(row.id(), stuck(row))
                    : stretch(tenant, row, found.window(), found.end()));
  }

  /**
   * A stretch of the file.
   *
   * @param last whether the file ends with it
   * @param end whether all of it is read then
   */
  private record Found(Window window, boolean last, boolean end) {
    boolean stuck() {
      return window.bytes() == 0 && !last;
    }
  }

  /** How a stretch of a file is taken apart. */
  private interface Taking {
    Window window(byte[] bytes, boolean last);
  }

  /** Whole records; of one that does not end within 1 MB, as much as can be passed over. */
  private Mono<Found> found(ImportRow row) {
    Taking whole =
        (bytes, last) ->
            row.csv()
                ? FileReading.csv(bytes, row.header(), row.line(), last, LINES)
                : FileReading.ndjson(bytes, row.line(), last, LINES);
    Taking overlong =
        (bytes, last) ->
            FileReading.overlong(row.csv(), bytes, row.header(), row.line(), row.overlong(), last);
    if (row.overlong() != null) {
      return found(row, MANY_PIECES, overlong);
    }
    return found(row, PIECES, whole)
        .flatMap(found -> found.stuck() ? found(row, MANY_PIECES, whole) : Mono.just(found))
        .flatMap(
            found ->
                found.stuck() && !headerToCome(row)
                    ? found(row, MANY_PIECES, overlong)
                    : Mono.just(found));
  }

  private Mono<Found> found(ImportRow row, int pieces, Taking taking) {
    return chunks
        .read(row.id(), row.position(), pieces)
        .map(
            bytes -> {
              boolean last = row.position() + bytes.length >= row.bytes();
              Window window = taking.window(bytes, last);
              return new Found(
                  window, last, last && (window.bytes() == bytes.length || window.bytes() == 0));
            });
  }

  private static boolean headerToCome(ImportRow row) {
    return row.csv() && row.header().isEmpty();
  }

  private static String stuck(ImportRow row) {
    return headerToCome(row)
        ? "the header is longer than 1 MB"
        : "line "
            + Objects.requireNonNullElse(row.overlong(), row.line())
            + " begins a record with a value in quotes that is longer than 1 MB; is a quote not"
            + " closed?";
  }

  private Mono<Boolean> stretch(TenantId tenant, ImportRow row, Window window, boolean finished) {
    LineReading reading = reading(row);
    boolean newHeader = headerToCome(row) && !window.header().isEmpty();
    if (newHeader) {
      Optional<String> fault = reading.headers().fault(window.header());
      if (fault.isPresent()) {
        return failed(row.id(), fault.get());
      }
    }
    Mono<Void> header =
        newHeader
            ? imports.header(
                row.id(),
                window.header(),
                reading.headers().warnings(window.header(), row.asRecorded()))
            : Mono.empty();
    return header
        .then(admit(tenant, row, window, reading, finished))
        .then(finished ? chunks.discard(row.id()) : Mono.empty())
        .thenReturn(!finished);
  }

  private Mono<Void> admit(
      TenantId tenant, ImportRow row, Window window, LineReading reading, boolean finished) {
    List<Entry> entries = new ArrayList<>(window.rows().size());
    List<LineFault> wrong = new ArrayList<>();
    long rejected = 0;
    for (Row line : window.rows()) {
      switch (reading.read(line)) {
        case Reading.Good good -> entries.add(good.entry());
        case Reading.Faulty faulty -> {
          rejected++;
          wrong.addAll(faulty.faults());
        }
      }
    }
    long rejectedLines = rejected;
    return faults
        .add(row.id(), wrong)
        .then(admission.admit(tenant, entries))
        .flatMap(
            verdicts ->
                imports.advance(
                    row.id(),
                    new Progress(
                        row.position() + window.bytes(),
                        window.nextLine(),
                        window.overlong(),
                        window.rows().size(),
                        verdicts.accepted(entries),
                        rejectedLines,
                        finished)));
  }

  private Mono<Boolean> failed(UUID id, String why) {
    return imports.fail(id, why).then(chunks.discard(id)).thenReturn(false);
  }

  private static LineReading reading(ImportRow row) {
    try {
      Mapping mapping = Mapping.parse(row.kind(), row.mapping());
      return new LineReading(
          row.kind(), mapping, row.asRecorded(), row.receivedAt(), "import", row.id().toString());
    } catch (Mapping.Refused refused) {
      throw new IllegalStateException("a mapping that was accepted is refused now", refused);
    }
  }
}
