package io.holdfast.ingestion.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedStatementsTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<String, String> MERGED = Map.of("dupe", "acme");

  @Test
  void whatIsSaidOfTheOneThatIsNoMoreIsSaidOfTheOther() {
    Entry said = entry(Kind.ACCOUNT, "dupe", "{\"name\":\"Acme Inc\"}");
    Masking settled = settled(said);
    Entry now = settled.entries().getFirst();
    assertThat(settled.entries()).hasSize(1);
    assertThat(now.key()).isEqualTo("acme");
    assertThat(now.accounts()).containsExactly(Reference.account("acme"));
    assertThat(now.body()).contains("Acme Inc");
    assertThat(settled.originals().get(now)).isSameAs(said);
  }

  @Test
  void itsIdsInOtherSystemsStayItsOwn() {
    Entry said =
        entry(Kind.ACCOUNT, "dupe", "{\"name\":\"Acme Inc\",\"external.stripe\":\"cus_7\"}");
    Masking settled = settled(said);
    assertThat(settled.entries())
        .extracting(one -> one.key() + one.body())
        .containsExactly("dupe{\"external.stripe\":\"cus_7\"}", "acme{\"name\":\"Acme Inc\"}");
    assertThat(settled.originals().values()).containsOnly(said);
  }

  @Test
  void whatIsSaidOfOthersStaysAsItIs() {
    Entry other = entry(Kind.ACCOUNT, "other", "{\"name\":\"Other\"}");
    Entry ticket = entry(Kind.TICKET, "dupe", "{}");
    assertThat(settled(other, ticket).entries()).containsExactly(other, ticket);
    Masking untouched = new Masking(List.of(other), Map.of());
    assertThat(MergedStatements.settled(untouched, Map.of())).isSameAs(untouched);
  }

  @Test
  void whatWasMaskedKeepsWhatItWasAtFirst() {
    Entry original = entry(Kind.ACCOUNT, "dupe", "{\"name\":\"Ann\"}");
    Entry masked = entry(Kind.ACCOUNT, "dupe", "{\"name\":\"erased\"}");
    Masking settled =
        MergedStatements.settled(new Masking(List.of(masked), Map.of(masked, original)), MERGED);
    assertThat(settled.originals().get(settled.entries().getFirst())).isSameAs(original);
  }

  @Test
  void aMergeWaitsForNothingButAccountsAndContacts() {
    assertThat(MergedStatements.matterTo(List.of(entry(Kind.ACCOUNT, "a", "{}")))).isTrue();
    assertThat(MergedStatements.matterTo(List.of(entry(Kind.CONTACT, "c", "{}")))).isTrue();
    assertThat(MergedStatements.matterTo(List.of(entry(Kind.TICKET, "t", "{}")))).isFalse();
  }

  private static Masking settled(Entry... entries) {
    return MergedStatements.settled(new Masking(List.of(entries), Map.of()), MERGED);
  }

  private static Entry entry(Kind kind, String key, String body) {
    return new Entry(
        kind,
        key,
        List.of(Reference.account(key)),
        null,
        NOW,
        body,
        Knowledge.observed(NOW),
        "test",
        0);
  }
}
