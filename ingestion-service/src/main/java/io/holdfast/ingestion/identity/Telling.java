package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Verdict;
import java.util.List;
import java.util.Map;

/**
 * The effect of a batch of statements.
 *
 * @param verdicts one for each entry
 * @param changed what is different now, each once
 * @param appeared whether something exists now that did not before
 * @param refused statements that were not taken, because they claim another account's id
 * @param waiting ids that statements claim and other accounts carry, to be claimed again later, and
 *     which accounts these are
 */
public record Telling(
    Map<Entry, Verdict> verdicts,
    List<Told> changed,
    boolean appeared,
    Map<Entry, Taken> refused,
    Map<Entry, String> waiting) {
  static final Telling NOTHING = new Telling(Map.of(), List.of(), false);

  Telling(Map<Entry, Verdict> verdicts, List<Told> changed, boolean appeared) {
    this(verdicts, changed, appeared, Map.of(), Map.of());
  }
}
