package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class PeopleIT extends Road {
  private static final String NOOR = "noor@larkfield.example";
  private static final String LEA = "lea@larkfield.example";

  @Test
  void hoursAbsenceDeputyAndManagerAreKept() {
    put(LEA, Map.of("name", "Lea Lead")).expectStatus().isOk();

    JsonNode noor =
        json(
            put(
                    NOOR,
                    Map.of(
                        "name",
                        "Noor Haddad",
                        "workingHours",
                        Map.of("monday", Map.of("from", "09:00", "to", "17:30")),
                        "absentFrom",
                        "2026-12-21",
                        "absentTo",
                        "2027-01-03",
                        "deputy",
                        LEA,
                        "manager",
                        LEA))
                .expectStatus()
                .isOk());

    assertThat(noor.required("workingHours").toString())
        .isEqualTo("{\"monday\":{\"from\":\"09:00\",\"to\":\"17:30\"}}");
    assertThat(noor.required("absentTo").asString()).isEqualTo("2027-01-03");
    assertThat(noor.required("deputy").asString()).isEqualTo(LEA);
    assertThat(noor.required("active").asBoolean()).isTrue();
    assertThat(get("/api/v1/people/" + NOOR)).isEqualTo(noor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"N\",\"workingHours\":{\"someday\":{\"from\":\"09:00\",\"to\":\"10:00\"}}}",
        "{\"name\":\"N\",\"workingHours\":{\"monday\":{\"from\":\"17:00\",\"to\":\"09:00\"}}}",
        "{\"name\":\"N\",\"workingHours\":{\"monday\":{\"from\":\"9\"}}}",
        "{\"name\":\"N\",\"workingHours\":{\"monday\":null}}",
        "{\"name\":\"N\",\"absentFrom\":\"2026-12-21\"}",
        "{\"name\":\"N\",\"absentFrom\":\"2026-12-21\",\"absentTo\":\"2026-12-20\"}",
        "{\"name\":\"N\",\"deputy\":\"nobody@larkfield.example\"}",
        "{\"name\":\"N\",\"deputy\":\"noor@larkfield.example\"}",
        "{\"name\":\"N\",\"deputy\":\"not an address\"}",
        "{\"name\":\"N\",\"manager\":\"nobody@larkfield.example\"}",
        "{\"name\":\"N\",\"accessRoles\":[\"emperor\"]}",
        "{\"name\":\"N\",\"accessRoles\":[null]}",
      })
  void whatCannotBeIsRefusedByFieldAndChangesNothing(String body) {
    with(administrator(), "PUT", "/api/v1/people/" + NOOR, body)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.field")
        .isNotEmpty();
    as(tenant, "GET", "/api/v1/people/" + NOOR, null).expectStatus().isNotFound();
  }

  @Test
  void nobodyReportsToThemselvesHoweverFarUp() {
    put(LEA, Map.of("name", "Lea")).expectStatus().isOk();
    put(NOOR, Map.of("name", "Noor", "manager", LEA)).expectStatus().isOk();

    put(LEA, Map.of("name", "Lea", "manager", NOOR))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid_manager");
  }

  @Test
  void somebodySwitchedOffIsRefusedAtOnceAndAnnouncedWithoutTheAddress() {
    String noor = holder(NOOR, "csm", "channels:read");
    put(NOOR, Map.of("name", "Noor Haddad")).expectStatus().isOk();
    with(noor, "GET", "/api/v1/people", null).expectStatus().isOk();

    decide(NOOR, Map.of("name", "Noor Haddad", "active", false)).expectStatus().isOk();

    with(noor, "GET", "/api/v1/people", null)
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("person_inactive");
    TestKafka.Received told = accessTold(1).getLast();
    Contracts.check(told.type(), told.json());
    assertThat(told.json()).contains("\"active\":false").doesNotContain("noor", "Noor");

    put(NOOR, Map.of("name", "Noor H.")).expectStatus().isOk();
    with(noor, "GET", "/api/v1/people", null).expectStatus().isForbidden();
    decide(NOOR, Map.of("name", "Noor H.", "active", true)).expectStatus().isOk();
    with(noor, "GET", "/api/v1/people", null).expectStatus().isOk();
    assertThat(accessTold(2).getLast().json()).contains("\"version\":2");
  }

  @Test
  void theRolesGivenHereLimitWhatTheTokenMay() {
    String noor = holder(NOOR, "admin", "channels:read", "channels:write", "platform:admin");

    decide(NOOR, Map.of("name", "Noor", "accessRoles", List.of("csm"))).expectStatus().isOk();

    with(noor, "GET", "/api/v1/people", null).expectStatus().isOk();
    with(noor, "PUT", "/api/v1/people/" + LEA, Map.of("name", "Lea")).expectStatus().isForbidden();
  }

  @Test
  void rolesGivenBackLetTheTokenDecideAgain() {
    String noor = holder(NOOR, "admin", "channels:read", "channels:write");
    decide(NOOR, Map.of("name", "Noor", "accessRoles", List.of("csm"))).expectStatus().isOk();
    with(noor, "PUT", "/api/v1/people/" + LEA, Map.of("name", "Lea")).expectStatus().isForbidden();

    for (int time = 1; time <= 2; time++) { // the second has no effect
      JsonNode person = json(giveBack(administrator(), NOOR).expectStatus().isOk());
      assertThat(person.path("accessRoles").isNull()).isTrue();
      assertThat(person).isEqualTo(get("/api/v1/people/" + NOOR));
    }

    with(noor, "PUT", "/api/v1/people/" + LEA, Map.of("name", "Lea")).expectStatus().isOk();
    TestKafka.Received told = accessTold(2).getLast();
    Contracts.check(told.type(), told.json());
    assertThat(told.json()).contains("\"version\":2").doesNotContain("csm");
  }

  @Test
  void onlyAnotherAdministratorGivesRolesBackAndOnlyOfSomebodyKnown() {
    decide(NOOR, Map.of("name", "Noor", "accessRoles", List.of("admin"))).expectStatus().isOk();

    giveBack(TestTokens.bearer(tenant, "channels:write"), NOOR).expectStatus().isForbidden();
    giveBack(holder(NOOR, "admin", "platform:admin"), NOOR)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("own_access");
    giveBack(administrator(), LEA).expectStatus().isNotFound();
    giveBack(administrator(), "nobody").expectStatus().isBadRequest();
    assertThat(get("/api/v1/people/" + NOOR).required("accessRoles").toString())
        .isEqualTo("[\"admin\"]");
  }

  private ResponseSpec giveBack(String token, String email) {
    return with(token, "DELETE", "/api/v1/people/" + email + "/access-roles", null);
  }

  @Test
  void onlyAnAdministratorChangesWhatSomebodyMay() {
    put(NOOR, Map.of("name", "Noor", "active", false))
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.requiredScope")
        .isEqualTo("platform:admin");
    as(tenant, "GET", "/api/v1/people/" + NOOR, null).expectStatus().isNotFound();
  }

  @Test
  void anAdministratorCannotLockThemselfOut() {
    String noor = holder(NOOR, "admin", "channels:write", "platform:admin");
    for (Map<String, ?> wish :
        List.of(Map.of("active", false), Map.of("accessRoles", List.of("csm")))) {
      Map<String, Object> body = new HashMap<>(wish);
      body.put("name", "Noor");
      with(noor, "PUT", "/api/v1/people/" + NOOR, body)
          .expectStatus()
          .isEqualTo(422)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("own_access");
    }
  }

  private List<TestKafka.Received> accessTold(int count) {
    return TestKafka.received(
        "holdfast.tenants",
        count,
        message ->
            message.tenant().equals(tenant)
                && message.type().equals("notification.person-access-changed.v1"));
  }

  private ResponseSpec put(String email, Map<String, ?> body) {
    return as(tenant, "PUT", "/api/v1/people/" + email, body);
  }

  private ResponseSpec decide(String email, Map<String, ?> body) {
    return with(administrator(), "PUT", "/api/v1/people/" + email, body);
  }

  private String administrator() {
    return TestTokens.bearer(tenant, "channels:write", "platform:admin");
  }

  private String holder(String email, String role, String... scopes) {
    return TestTokens.sign(
        TestTokens.claims(tenant, scopes)
            .claim("email", email)
            .claim("roles", List.of(role))
            .build());
  }
}
