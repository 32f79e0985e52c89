package io.holdfast.ingestion.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Use;
import io.holdfast.ingestion.identity.ErasedNames.Erased;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaskingTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Reference ACME = Reference.account("acme");
  private static final Erased ANN =
      new Erased(Map.of("ann", "erased-1", "ann@person.example", "erased-1"));

  @Test
  void namesAreThoseOfUsersVisitorsContactsAndTheirAddresses() {
    List<Entry> entries =
        List.of(
            use(Reference.anonymous("visitor"), Reference.user("leads")),
            entry(Kind.CONTACT, "bob", "{\"email\":\"Bob@person.example\"}", null, ACME),
            entry(Kind.FACT, "f", "{\"contactId\":\"cat\"}", null, ACME),
            entry(Kind.TICKET, "t", "{\"ticketId\":\"t\"}", null, ACME));
    assertThat(Masking.names(entries))
        .containsExactlyInAnyOrder("visitor", "leads", "bob", "bob@person.example", "cat");
  }

  @Test
  void whatNobodyErasedDidIsLeftAsItIs() {
    List<Entry> entries = List.of(use(Reference.user("bob"), ACME));
    assertThat(Masking.of(entries, ANN).entries().getFirst()).isSameAs(entries.getFirst());
    assertThat(Masking.of(entries, new Erased(Map.of())).entries()).isSameAs(entries);
  }

  @Test
  void useIsCountedUnderWhatStandsForThePerson() {
    Entry used = use(Reference.user("ann"), ACME);
    Masking masking = Masking.of(List.of(used), ANN);
    Entry masked = masking.entries().getFirst();
    assertThat(Objects.requireNonNull(masked.use()).person()).isEqualTo(Reference.user("erased-1"));
    assertThat(masking.originals().get(masked)).isSameAs(used);
  }

  @Test
  void whatOnlySaysSomethingOfThePersonIsDropped() {
    Masking masking =
        Masking.of(
            List.of(
                entry(Kind.CONTACT, "ann", "{\"name\":\"Ann\"}", null, ACME),
                entry(Kind.CONTACT, "new", "{\"email\":\"ANN@person.example\"}", null, ACME),
                use(Reference.user("ann"), Reference.user("ann"))),
            ANN);
    assertThat(masking.entries()).isEmpty();
  }

  @Test
  void aFactKeepsItsFigureAndLosesItsWords() {
    Masking masking =
        Masking.of(
            List.of(
                entry(
                    Kind.FACT,
                    "f",
                    "{\"contactId\":\"ann\",\"value\":\"3\",\"text\":\"Ann said\"}",
                    null,
                    ACME)),
            ANN);
    assertThat(masking.entries().getFirst().body())
        .contains("\"value\":\"3\"", "\"contactId\":\"erased-1\"")
        .doesNotContain("Ann said");
  }

  private static Entry use(Reference person, Reference account) {
    return entry(Kind.USAGE, "e", "{}", new Use("E", person), account);
  }

  private static Entry entry(
      Kind kind, String key, String body, @Nullable Use use, Reference account) {
    return new Entry(
        kind, key, List.of(account), use, NOW, body, Knowledge.observed(NOW), "source", 0);
  }
}
