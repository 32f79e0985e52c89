package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Use;
import java.time.Instant;
import java.util.List;

/** Use of one event at acme, more exactly timed than the archive keeps it. */
final class ArchivedUseFixture {
  static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456789Z");
  static final Instant RECEIVED = Instant.parse("2026-03-04T05:06:08.000000400Z");

  private ArchivedUseFixture() {}

  static Attributed use(String key, String user) {
    return new Attributed(entry(key, user, Knowledge.observed(RECEIVED)), "acme", user, null);
  }

  static Entry entry(String key, String user, Knowledge knowledge) {
    return new Entry(
        Kind.USAGE,
        key,
        List.of(Reference.account("acme")),
        new Use("Report \"opened\"\n", Reference.user(user)),
        AT,
        "{\"eventId\":\"%s\",\"occurredAt\":\"%s\",\"count\":1}".formatted(key, AT),
        knowledge,
        "web",
        0);
  }
}
