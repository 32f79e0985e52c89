package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The effect of a batch of statements.
 *
 * @param verdicts one for each entry
 * @param changed what is different now, each once
 * @param appeared what leads to an account now and did not before
 */
public record Telling(Map<Entry, Verdict> verdicts, List<Told> changed, Set<Reference> appeared) {
  static final Telling NOTHING = new Telling(Map.of(), List.of(), Set.of());
}
