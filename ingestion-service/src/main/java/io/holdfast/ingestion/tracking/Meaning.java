package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.identity.Link;
import java.util.List;

/** What a call says: who is who, and what is to be admitted. */
public record Meaning(List<Link> links, List<Entry> entries) {
  public Meaning {
    links = List.copyOf(links);
    entries = List.copyOf(entries);
  }
}
