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
 */
public record Telling(Map<Entry, Verdict> verdicts, List<Told> changed, boolean appeared) {
  static final Telling NOTHING = new Telling(Map.of(), List.of(), false);
}
