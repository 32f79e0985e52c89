package io.holdfast.ingestion.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.requests.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraitsTests {
  @Test
  void namesAreKnownInAnyCase() {
    assertThat(account("{'Name':'Acme','Employees':12,'owner-email':'Ann@Acme.example'}"))
        .isEqualTo(Map.of("name", "Acme", "employees", "12", "ownerEmail", "ann@acme.example"));
  }

  @Test
  void whatDoesNotFitItsNameStaysATrait() {
    assertThat(account("{'employees':'many','owner':'Ann Lee','createdAt':{'a':1}}"))
        .isEqualTo(
            Map.of(
                "trait.employees",
                "many",
                "trait.owner",
                "Ann Lee",
                "trait.createdAt",
                "{\"a\":1}"));
  }

  @Test
  void whatIsNoIdElsewhereStaysATrait() {
    assertThat(
            account(
                "{'externalIds':{'Stripe':' cus_1 ','my crm':'7','hubspot':'"
                    + "9".repeat(201)
                    + "'}}"))
        .isEqualTo(
            Map.of(
                "external.stripe",
                "cus_1",
                "trait.externalIds.my crm",
                "7",
                "trait.externalIds.hubspot",
                "9".repeat(201)));
    assertThat(account("{'externalIds':['x']}")).isEqualTo(Map.of("trait.externalIds", "[\"x\"]"));
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(account("{'revenue':12345678.50,'id':12345678901234567890}"))
        .isEqualTo(Map.of("trait.revenue", "12345678.50", "trait.id", "12345678901234567890"));
  }

  @Test
  void namesAndValuesAreCutToWhatCanBeKept() {
    Map<String, String> told =
        account("{'" + "n".repeat(200) + "':'" + "v".repeat(2_000) + "','a\\u0000':'b\\u0000'}");
    assertThat(told)
        .isEqualTo(Map.of("trait." + "n".repeat(100), "v".repeat(1_000), "trait.a", "b"));
  }

  @Test
  void aNamedTraitIsOneValueAndNothingElse() {
    assertThat(
            account(
                "{'name':{'a':1},'industry':['x'],'country':'FR','employees':{},'owner':[],"
                    + "'parent_account_id':{'id':'b'}}"))
        .isEqualTo(
            Map.of(
                "trait.name", "{\"a\":1}",
                "trait.industry", "[\"x\"]",
                "country", "FR",
                "trait.employees", "{}",
                "trait.owner", "[]",
                "trait.parent_account_id", "{\"id\":\"b\"}"));
  }

  @Test
  void anAccountIsNotItsOwnParent() {
    assertThat(account("{'parentAccountId':'a'}")).isEqualTo(Map.of("trait.parentAccountId", "a"));
    assertThat(account("{'parentAccountId':'b'}")).isEqualTo(Map.of("parentAccountId", "b"));
  }

  @Test
  void anAccountHasOneIdInASystem() {
    assertThat(account("{'externalIds':{'stripe':'1','Stripe':'2'}}"))
        .isEqualTo(Map.of("external.stripe", "1", "trait.externalIds.Stripe", "2"));
  }

  @Test
  void ofAPersonOnlyWhatIsWhatItsNameSaysIsKept() {
    assertThat(contact("{'email':{'a':1},'name':['x'],'title':{'b':2},'role':'Champion'}"))
        .isEqualTo(Map.of("role", "champion"));
    assertThat(contact("{'Department':' Supply chain ','hobby':'chess'}"))
        .isEqualTo(Map.of("department", "Supply chain"));
    assertThat(contact("{'email':'ann at acme','name':'Ann'}")).isEqualTo(Map.of("name", "Ann"));
    assertThat(contact("{'email':'Ann@Acme.example'}"))
        .isEqualTo(Map.of("email", "ann@acme.example"));
  }

  private static Map<String, String> contact(String json) {
    return Traits.ofContact(Json.MAPPER.readTree(json.replace('\'', '"')));
  }

  private static Map<String, String> account(String json) {
    return Traits.ofAccount("a", Json.MAPPER.readTree(json.replace('\'', '"')));
  }
}
