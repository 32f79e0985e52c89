package io.holdfast.ingestion.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.identity.AccountStatements.Carried;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountStatementsTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Attributes CARRIER =
      Attributes.NONE.told(Map.of("external.stripe", "cus_1"), NOW.minusSeconds(60));

  @Test
  void whoStatesAnIdLastCarriesItAndTheOtherLosesIt() {
    AccountStatements heard =
        hear(carried("b1", "b2"), line("b2", "{\"name\":\"B\",\"external.stripe\":\"cus_1\"}"));

    assertThat(heard.claimed()).isEqualTo(Map.of("stripe=cus_1", "b2"));
    assertThat(heard.next().get("b1")).extracting(b1 -> b1.get("external.stripe")).isNull();
    assertThat(heard.telling().changed())
        .extracting(told -> told.accountId() + " " + told.entry().key())
        .containsExactly("b1 b1", "b2 b2");
  }

  @Test
  void ofTwoLinesTheSecondCarriesTheIdAndTheSameLinesAgainMoveNothing() {
    Entry first = line("b1", "{\"external.stripe\":\"cus_1\"}");
    Entry second = line("b2", "{\"external.stripe\":\"cus_1\"}");
    AccountStatements heard =
        hear(new AccountStatements(Map.of(), Set.of("b1", "b2"), Map.of()), first, second);
    AccountStatements again =
        hear(
            new AccountStatements(heard.next(), Set.of(), heard.claimed()),
            line("b1", first.body()),
            line("b2", second.body()));

    assertThat(heard.claimed()).isEqualTo(Map.of("stripe=cus_1", "b2"));
    assertThat(again.telling().verdicts().values()).containsOnly(Verdict.DUPLICATE);
    assertThat(again.claimed()).isEmpty();
    assertThat(again.telling().changed()).isEmpty();
  }

  @Test
  void whatWasStatedBeforeTheHolderDidClaimsNothing() {
    Attributes later = Attributes.NONE.told(Map.of("external.stripe", "cus_1"), NOW.plusSeconds(9));
    AccountStatements heard =
        hear(
            new AccountStatements(Map.of("b1", later), Set.of("b2"), Map.of("stripe=cus_1", "b1")),
            line("b2", "{\"external.stripe\":\"cus_1\"}"));

    assertThat(heard.claimed()).isEmpty();
    assertThat(heard.next()).doesNotContainKey("b1");
    assertThat(heard.telling().changed().getFirst().body()).doesNotContain("cus_1");
  }

  @Test
  void anIdIsFreeOnceItsHolderStatesAnother() {
    Entry newcomer = line("b2", "{\"external.stripe\":\"cus_1\"}");
    AccountStatements heard =
        hear(carried("b1", "b2"), line("b1", "{\"external.stripe\":\"cus_2\"}"), newcomer);
    assertThat(heard.telling().verdicts()).containsEntry(newcomer, Verdict.ACCEPTED);
    assertThat(heard.freed()).containsExactly(new Carried("stripe=cus_1", "b1"));
    assertThat(heard.claimed()).isEqualTo(Map.of("stripe=cus_1", "b2", "stripe=cus_2", "b1"));
  }

  @Test
  void itsHolderMayRepeatAnId() {
    Entry again = line("b1", "{\"external.stripe\":\"cus_1\"}");
    AccountStatements heard = hear(carried("b1"), again);
    assertThat(heard.telling().verdicts()).containsEntry(again, Verdict.DUPLICATE);
    assertThat(heard.freed()).isEmpty();
    assertThat(heard.claimed()).isEmpty();
  }

  @Test
  void whatALaterStatementOverruledClaimsNothing() {
    Attributes later = Attributes.NONE.told(Map.of("external.stripe", "cus_2"), NOW.plusSeconds(9));
    Entry stale = line("b2", "{\"external.stripe\":\"cus_1\"}");
    AccountStatements heard =
        hear(
            new AccountStatements(Map.of("b2", later), Set.of(), Map.of("stripe=cus_1", "b1")),
            stale);
    assertThat(heard.telling().verdicts()).containsEntry(stale, Verdict.DUPLICATE);
    assertThat(heard.claimed()).isEmpty();
  }

  private static AccountStatements carried(String holder, String... created) {
    return new AccountStatements(
        Map.of(holder, CARRIER), Set.of(created), Map.of("stripe=cus_1", holder));
  }

  private static AccountStatements hear(AccountStatements statements, Entry... entries) {
    Arrays.stream(entries).forEach(statements::hear);
    return statements;
  }

  private static Entry line(String account, String told) {
    return entry(account, told, Knowledge.loaded(NOW, "load"));
  }

  private static Entry entry(String account, String told, Knowledge knowledge) {
    return new Entry(
        Kind.ACCOUNT,
        account,
        List.of(Reference.account(account)),
        null,
        NOW,
        told,
        knowledge,
        "source",
        2);
  }
}
