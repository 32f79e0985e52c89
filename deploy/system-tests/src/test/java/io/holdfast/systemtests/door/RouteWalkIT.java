package io.holdfast.systemtests.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.systemtests.ApiDocument;
import io.holdfast.systemtests.ApiDocument.Operation;
import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.Door.Answer;
import io.holdfast.systemtests.LocalPlatform;
import io.holdfast.systemtests.MadeTokens;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the published documents with every credential that must not open it, at the
 * gateway and at the service itself. What is expected is read from the documents, so a new route is
 * tried by being described; that none is left out of them is tested in each service.
 */
class RouteWalkIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final List<String> SERVICES =
      List.of("ingestion", "scoring", "metrics", "notification");
  private static final List<String> ROLES =
      List.of(
          "csm",
          "manager",
          "finance",
          "billing",
          "marketing",
          "revops",
          "product",
          "auditor",
          "partner");
  private static final String GENUINE = PLATFORM.token("admin", "demo");
  private static final MadeTokens MADE = MadeTokens.like(GENUINE, PLATFORM);
  private static final Map<String, String> BAD_CREDENTIALS = BadCredentials.all(MADE);
  private static final Set<String> ALL_SCOPES = scopes(GENUINE);
  private static final Map<String, Set<String>> SCOPES_OF_ROLES = new LinkedHashMap<>();
  private static final Map<String, URI> SERVICE_BY_ROUTE = new LinkedHashMap<>();

  static {
    ROLES.forEach(role -> SCOPES_OF_ROLES.put(role, scopes(PLATFORM.token(role, "demo"))));
    for (String service : SERVICES) {
      for (Operation operation : ApiDocument.operations(PLATFORM, service)) {
        SERVICE_BY_ROUTE.put(operation.toString(), PLATFORM.service(service));
      }
    }
  }

  static List<Operation> guarded() {
    return ApiDocument.behindTokens(PLATFORM);
  }

  static Stream<Operation> scoped() {
    return guarded().stream().filter(operation -> !operation.scopes().isEmpty());
  }

  static Stream<Operation> changes() {
    return guarded().stream().filter(operation -> !operation.reads());
  }

  static Stream<Operation> reads() {
    return guarded().stream().filter(Operation::reads);
  }

  @Test
  void theGatewayPublishesEveryRouteThatAServiceDescribes() {
    Set<String> published = new HashSet<>();
    ApiDocument.operations(PLATFORM).forEach(operation -> published.add(operation.toString()));
    assertThat(published).containsAll(SERVICE_BY_ROUTE.keySet());
  }

  /** Whoever is signed in may ask who they are; everything else names its scope. */
  @Test
  void everyRouteBehindATokenNamesItsScope() {
    assertThat(guarded())
        .filteredOn(operation -> operation.scopes().isEmpty())
        .extracting(Operation::path)
        .allMatch(path -> path.matches("/api/v1/(access|me|me/.*)"));
    assertThat(scoped()).hasSizeGreaterThan(40);
  }

  /** Else the refusals below might be of the signature, whatever else is wrong. */
  @Test
  void aTokenMadeHereIsAcceptedWhenNothingIsWrongWithIt() {
    Door.with(PLATFORM, MADE.with(claims -> claims)).get("/api/v1/accounts").expect(200);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whoeverIsNotKnownIsRefused(Operation operation) {
    for (URI address : addresses(operation)) {
      call(address, operation, Map.of()).expectProblem(401);
      BAD_CREDENTIALS.forEach(
          (fault, credentials) -> {
            try {
              call(address, operation, Map.of("Authorization", credentials)).expectProblem(401);
            } catch (AssertionError failure) {
              throw new AssertionError("a token that is " + fault + " was not refused", failure);
            }
          });
    }
  }

  /** The gateway says even to such a one who it is. */
  @ParameterizedTest
  @MethodSource("scoped")
  void whoeverBelongsToNoTenantIsRefused(Operation operation) {
    String token = MADE.with(claims -> claims.claim("tenant", null));
    for (URI address : addresses(operation)) {
      call(address, operation, bearer(token)).expectProblem(401);
    }
  }

  @ParameterizedTest
  @MethodSource("scoped")
  void aTokenGoesNoFurtherThanItsScopes(Operation operation) {
    Set<String> others = new TreeSet<>(ALL_SCOPES);
    others.removeAll(operation.scopes());
    for (URI address : addresses(operation)) {
      call(address, operation, bearer(withScopes(others))).expectProblem(403);
      for (String scope : operation.scopes()) {
        assertThat(call(address, operation, bearer(withScopes(Set.of(scope)))).status())
            .as("%s with %s", operation, scope)
            .isNotIn(401, 403)
            .isLessThan(500);
      }
    }
  }

  /** Whatever scopes a token says it has. */
  @ParameterizedTest
  @MethodSource("scoped")
  void aRoleGoesNoFurtherThanItsScopes(Operation operation) {
    SCOPES_OF_ROLES.forEach(
        (role, scopes) -> {
          if (scopes.stream().noneMatch(operation.scopes()::contains)) {
            String token = MADE.with(claims -> claims.claim("roles", List.of(role)));
            for (URI address : addresses(operation)) {
              call(address, operation, bearer(token)).expectProblem(403);
            }
          }
        });
  }

  /** By what it is anyway, so that nothing else changes. */
  @BeforeAll
  static void overrideAScore() {
    Door genuine = Door.with(PLATFORM, GENUINE);
    String health = "/api/v1/accounts/" + someAccount() + "/health";
    JsonNode score = genuine.get(health).expect(200).json().get("score");
    genuine
        .put(
            health + "/override",
            Map.of(
                "score",
                score.isNumber() ? score.decimalValue() : BigDecimal.valueOf(50),
                "reason",
                "Tried",
                "expiresOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(2).toString()))
        .expect(200);
  }

  @AfterAll
  static void takeItBack() {
    Door.with(PLATFORM, GENUINE)
        .call("DELETE", "/api/v1/accounts/" + someAccount() + "/health/override");
  }

  /** A partner that may see one account, which is none of these. */
  @ParameterizedTest
  @MethodSource("reads")
  void anotherPartnersAccountsAreNotShown(Operation operation) {
    Map<String, String> partner =
        bearer(MADE.with(claims -> claims.claim("accounts", List.of("an-account-of-its-own"))));
    for (URI address : addresses(operation)) {
      if (operation.thing().equals("/api/v1/accounts/{accountId}")) {
        String path = operation.path(someAccount());
        Door.with(PLATFORM, GENUINE).get(path).expect(200);
        Door.at(address, partner).get(path).expectProblem(404);
      } else if (!operation.hasVariable()) {
        Answer answer = Door.at(address, partner).get(operation.path());
        if (answer.status() == 200 && isJson(answer)) {
          Set<String> accounts = new TreeSet<>();
          collectAccounts(answer.json(), accounts);
          assertThat(accounts).as("accounts that %s shows", operation).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aCookieWithoutItsCsrfTokenChangesNothing(Operation operation) {
    SignedIn admin = Admin.SIGNED_IN;
    String path = operation.path("x");
    var refused = admin.call(operation.method(), path, Map.of());
    assertThat(refused.statusCode()).as(operation.toString()).isEqualTo(403);
    assertThat(Door.JSON.readTree(refused.body()).get("code").asString()).isEqualTo("csrf");
    assertThat(admin.call(operation.method(), path, Map.of("X-XSRF-TOKEN", "guessed")).statusCode())
        .isEqualTo(403);
  }

  /** Else the refusals above might be of the cookie. */
  @Test
  void theCookieOpensWhatTheTokenAllows() {
    SignedIn admin = Admin.SIGNED_IN;
    assertThat(admin.call("GET", "/api/v1/accounts", Map.of()).statusCode()).isEqualTo(200);
    assertThat(
            admin
                .call("POST", "/api/v1/facts", Map.of("X-XSRF-TOKEN", admin.csrfToken()))
                .statusCode())
        .isIn(400, 415, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"batch", "import", "track", "identify", "group", "page", "screen", "alias"})
  void anEventWithoutAGoodWriteKeyIsRefused(String call) {
    Map<String, Object> event =
        Map.of("type", "track", "event", "Report run", "userId", "u", "messageId", "m");
    Object body =
        Set.of("batch", "import").contains(call) ? Map.of("batch", List.of(event)) : event;
    Map<String, String> nobody =
        Map.of("Authorization", "Basic " + BadCredentials.base64("nobody:"));
    for (URI address : List.of(PLATFORM.gateway(), PLATFORM.service("ingestion"))) {
      for (Map<String, String> headers :
          List.of(Map.<String, String>of(), nobody, bearer(GENUINE))) {
        Door.at(address, headers).post("/v1/" + call, body).expectProblem(401);
      }
    }
  }

  private static final class Admin {
    static final SignedIn SIGNED_IN = SignedIn.as("admin@larkfield.example", PLATFORM);
  }

  /** The gateway, and the service that answers behind it. */
  private static List<URI> addresses(Operation operation) {
    List<URI> addresses = new ArrayList<>(List.of(PLATFORM.gateway()));
    URI service = SERVICE_BY_ROUTE.get(operation.toString());
    if (service != null) {
      addresses.add(service);
    }
    return addresses;
  }

  private static Answer call(URI address, Operation operation, Map<String, String> headers) {
    return Door.at(address, headers).call(operation.method(), operation.path("x"));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static String withScopes(Set<String> scopes) {
    return MADE.with(claims -> claims.claim("scope", String.join(" ", scopes)));
  }

  private static Set<String> scopes(String token) {
    return new TreeSet<>(Arrays.asList(MadeTokens.claim(token, "scope").split(" ")));
  }

  private static String someAccount() {
    return Door.with(PLATFORM, GENUINE)
        .get("/api/v1/accounts?limit=1")
        .expect(200)
        .json()
        .at("/items/0/accountId")
        .asString();
  }

  private static boolean isJson(Answer answer) {
    return answer.response().headers().firstValue("Content-Type").orElse("").contains("json");
  }

  private static void collectAccounts(JsonNode node, Set<String> accounts) {
    if (node.path("accountId").isString()) {
      accounts.add(node.get("accountId").asString());
    }
    node.forEach(child -> collectAccounts(child, accounts));
  }
}
