package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.systemtests.ApiDocument.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets in without a good token, nor further than its scopes, on any published route. */
class DoorIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final String GENUINE = PLATFORM.token("admin", "demo");
  private static final MadeTokens MADE = MadeTokens.like(GENUINE, PLATFORM);
  private static final Map<String, String> BAD_CREDENTIALS = badCredentials();
  private static final Door FACTS_ONLY =
      Door.with(PLATFORM, PLATFORM.token("admin", "demo", "facts:write"));
  private static final Door PLAYS_ONLY =
      Door.with(PLATFORM, PLATFORM.token("admin", "demo", "plays:read"));
  private static final Door READER =
      Door.with(
          PLATFORM,
          PLATFORM.token(
              "admin",
              "demo",
              "accounts:read health:read metrics:read imports:read sources:read facts:read"
                  + " alerts:read plays:read channels:read models:read"));

  /** Whose token it is may be asked with any. */
  private static final String ME = "/api/v1/me";

  private static Map<String, String> badCredentials() {
    Date past = Date.from(Instant.now().minus(Duration.ofMinutes(3)));
    Date longPast = Date.from(Instant.now().minus(Duration.ofHours(1)));
    Date future = Date.from(Instant.now().plus(Duration.ofMinutes(30)));
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("malformed", "Bearer not-a-token");
    bad.put("empty", "Bearer ");
    bad.put("another scheme", "Basic " + base64("demo-admin:secret"));
    bad.put("unsigned", "Bearer " + MADE.unsigned());
    bad.put("signed by a stranger", "Bearer " + MADE.signedByAStranger());
    bad.put("HS256 with the public key", "Bearer " + MADE.signedWithThePublicKey());
    bad.put(
        "expired",
        "Bearer "
            + MADE.with(
                claims -> claims.issueTime(longPast).notBeforeTime(longPast).expirationTime(past)));
    bad.put("not yet valid", "Bearer " + MADE.with(claims -> claims.notBeforeTime(future)));
    bad.put("for another audience", "Bearer " + MADE.with(claims -> claims.audience("elsewhere")));
    bad.put(
        "for the console", "Bearer " + MADE.with(claims -> claims.audience("holdfast-console")));
    bad.put("for nobody", "Bearer " + MADE.with(claims -> claims.audience((String) null)));
    bad.put(
        "of another issuer",
        "Bearer " + MADE.with(claims -> claims.issuer("https://issuer.example")));
    return bad;
  }

  static List<Operation> guarded() {
    return ApiDocument.behindTokens(PLATFORM);
  }

  @Test
  void everyRouteOfTheContractIsPublished() {
    Set<String> published =
        ApiDocument.operations(PLATFORM).stream()
            .map(operation -> operation.toString().replaceAll("\\{[^}]*}", "*"))
            .collect(Collectors.toSet());
    assertThat(published)
        .contains(
            "POST /v1/*",
            "POST /webhooks/stripe/*",
            "GET /api/v1/sources",
            "POST /api/v1/sources",
            "GET /api/v1/tracking-plan",
            "PUT /api/v1/tracking-plan",
            "POST /api/v1/imports",
            "GET /api/v1/imports/*",
            "GET /api/v1/imports/*/errors",
            "POST /api/v1/facts",
            "GET /api/v1/quarantine",
            "POST /api/v1/quarantine/*/replay",
            "GET /api/v1/accounts",
            "GET /api/v1/accounts/*",
            "GET /api/v1/accounts/*/health",
            "GET /api/v1/accounts/*/health/history",
            "GET /api/v1/accounts/*/mrr-movements",
            "GET /api/v1/metrics/mrr-movements",
            "GET /api/v1/metrics/nrr",
            "GET /api/v1/metrics/grr",
            "GET /api/v1/metrics/logo-retention",
            "GET /api/v1/metrics/customer-churn",
            "GET /api/v1/alerts",
            "GET /api/v1/plays",
            "GET /api/v1/play-runs",
            "POST /api/v1/channels");
  }

  /** Else the refusals below might be of the signature, whatever else is wrong. */
  @Test
  void aTokenMadeHereIsAcceptedWhenNothingIsWrongWithIt() {
    Door.with(PLATFORM, MADE.with(claims -> claims)).get("/api/v1/accounts").expect(200);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whoeverIsNotKnownIsRefused(Operation operation) {
    String path = operation.path("x");
    Door.closed(PLATFORM).call(operation.method(), path).expectProblem(401);
    BAD_CREDENTIALS.forEach(
        (fault, credentials) -> {
          try {
            Door.withHeaders(PLATFORM, Map.of("Authorization", credentials))
                .call(operation.method(), path)
                .expectProblem(401);
          } catch (AssertionError failure) {
            throw new AssertionError("a token that is " + fault + " was not refused", failure);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void aTokenGoesNoFurtherThanItsScopes(Operation operation) {
    String path = operation.path("x");
    if (path.equals(ME)) {
      FACTS_ONLY.get(ME).expect(200);
      return;
    }
    Door outsider = path.equals("/api/v1/facts") ? PLAYS_ONLY : FACTS_ONLY;
    outsider.call(operation.method(), path).expectProblem(403);
    if (!operation.reads()) {
      READER.call(operation.method(), path).expectProblem(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"batch", "import", "track", "identify", "group", "page", "screen", "alias"})
  void anEventWithoutAGoodWriteKeyIsRefused(String call) {
    Map<String, Object> event =
        Map.of("type", "track", "event", "Report run", "userId", "u", "messageId", "m");
    Object body =
        Set.of("batch", "import").contains(call) ? Map.of("batch", List.of(event)) : event;
    Door.closed(PLATFORM).post("/v1/" + call, body).expectProblem(401);
    Door.withHeaders(PLATFORM, Map.of("Authorization", "Basic " + base64("nobody:")))
        .post("/v1/" + call, body)
        .expectProblem(401);
    Door.with(PLATFORM, GENUINE).post("/v1/" + call, body).expectProblem(401);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
