package io.holdfast.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OIDC provider on a port of its own: discovery, keys, code with PKCE, rotating refresh tokens.
 * Its sign-in page signs everybody in.
 */
final class TestProvider {
  static final String CLIENT = "holdfast-console";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RSAKey key;
  private final RSAKey stranger;
  private final DisposableServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, Boolean> refreshTokens = new ConcurrentHashMap<>();
  private final AtomicInteger signIns = new AtomicInteger();
  private final AtomicReference<String> sessions = new AtomicReference<>("none");
  final AtomicInteger refreshes = new AtomicInteger();

  /** How long it thinks before it gives new tokens. */
  volatile Duration thinks = Duration.ZERO;

  volatile Duration accessTokenLife = Duration.ofMinutes(5);

  TestProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("first").generate();
      stranger = new RSAKeyGenerator(2048).keyID("first").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server =
        HttpServer.create()
            .port(0)
            .host("localhost")
            .route(
                routes ->
                    routes
                        .get(
                            "/.well-known/openid-configuration", (_, out) -> json(out, discovery()))
                        .get(
                            "/jwks",
                            (_, out) -> json(out, new JWKSet(key.toPublicJWK()).toJSONObject()))
                        .get("/authorize", this::authorize)
                        .post("/token", this::token))
            .bindNow();
  }

  String issuer() {
    return "http://localhost:" + server.port();
  }

  String jwks() {
    return issuer() + "/jwks";
  }

  /** A token that the gateway must accept. */
  String accessToken() {
    return accessToken(claims -> claims);
  }

  String accessToken(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(key, change.apply(accessClaims()).build());
  }

  String byAStranger() {
    return signed(stranger, accessClaims().build());
  }

  String unsigned() {
    return new PlainJWT(accessClaims().build()).serialize();
  }

  /**
   * HS256 with the public key as its secret: accepted where the algorithm is taken from the token.
   */
  String signedWithThePublicKey() {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
              accessClaims().build());
      token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String idToken() {
    return signed(key, idClaims(Map.of("nonce", "n")).build());
  }

  /** The provider's own session in which somebody signed in last. */
  String lastSession() {
    return sessions.get();
  }

  /** What the provider sends when a session there, or all of a person's, ended. */
  String logoutToken(UnaryOperator<JWTClaimsSet.Builder> about) {
    return signed(
        key,
        about
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(CLIENT)
                    .issueTime(new Date())
                    .expirationTime(Date.from(Instant.now().plus(MINUTE)))
                    .jwtID(UUID.randomUUID().toString())
                    .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())))
            .build());
  }

  private JWTClaimsSet.Builder accessClaims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience("holdfast")
        .subject("ana")
        .claim("tenant", "demo")
        .claim("scope", "accounts:read health:read")
        .claim("roles", List.of("csm"))
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(accessTokenLife)));
  }

  private JWTClaimsSet.Builder idClaims(Map<String, String> request) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(CLIENT)
        .subject("ana")
        .claim("name", "Ana Rivera")
        .claim("email", "ana.rivera@larkfield.example")
        .claim("nonce", request.get("nonce"))
        .claim("sid", sessions.get())
        .claim("email_verified", true)
        .claim("address", Map.of("country", "PT", "lines", List.of("Rua Augusta 1")))
        .claim("updated_at", now.getEpochSecond())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(MINUTE)));
  }

  private static String signed(RSAKey by, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), claims);
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> discovery() {
    return Map.ofEntries(
        Map.entry("issuer", issuer()),
        Map.entry("authorization_endpoint", issuer() + "/authorize"),
        Map.entry("token_endpoint", issuer() + "/token"),
        Map.entry("jwks_uri", jwks()),
        Map.entry("end_session_endpoint", issuer() + "/end"),
        Map.entry("response_types_supported", List.of("code")),
        Map.entry("subject_types_supported", List.of("public")),
        Map.entry("id_token_signing_alg_values_supported", List.of("RS256")));
  }

  private Mono<Void> authorize(HttpServerRequest request, HttpServerResponse response) {
    Map<String, String> asked = fields(request.uri(), true);
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    return response.sendRedirect(
        asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
  }

  private Mono<Void> token(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMap(
            body -> {
              Map<String, String> form = fields(body, false);
              return "refresh_token".equals(form.get("grant_type"))
                  ? refreshed(form, response)
                  : signedIn(form, response);
            });
  }

  private Mono<Void> signedIn(Map<String, String> form, HttpServerResponse response) {
    Map<String, String> asked = codes.remove(form.get("code"));
    boolean proven =
        asked != null
            && "S256".equals(asked.get("code_challenge_method"))
            && challenge(form.get("code_verifier")).equals(asked.get("code_challenge"));
    sessions.set("provider-session-" + signIns.incrementAndGet());
    return proven ? tokens(response, idClaims(asked).build()) : refused(response);
  }

  private Mono<Void> refreshed(Map<String, String> form, HttpServerResponse response) {
    refreshes.incrementAndGet();
    return refreshTokens.remove(form.get("refresh_token")) != null
        ? Mono.delay(thinks).then(tokens(response, idClaims(Map.of()).claim("nonce", null).build()))
        : refused(response);
  }

  private Mono<Void> tokens(HttpServerResponse response, JWTClaimsSet id) {
    String refresh = UUID.randomUUID().toString();
    refreshTokens.put(refresh, true);
    return json(
        response,
        Map.of(
            "access_token",
            accessToken(),
            "token_type",
            "Bearer",
            "expires_in",
            accessTokenLife.toSeconds(),
            "refresh_token",
            refresh,
            "scope",
            "openid profile email",
            "id_token",
            signed(key, id)));
  }

  void forgetRefreshTokens() {
    refreshTokens.clear();
  }

  private static Mono<Void> refused(HttpServerResponse response) {
    return json(response.status(400), Map.of("error", "invalid_grant"));
  }

  private static Map<String, String> fields(String text, boolean inAddress) {
    Map<String, String> fields = new ConcurrentHashMap<>();
    new QueryStringDecoder(text, inAddress)
        .parameters()
        .forEach((name, values) -> fields.put(name, values.getFirst()));
    return fields;
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mono<Void> json(HttpServerResponse response, Map<String, Object> body) {
    return response
        .header("Content-Type", "application/json")
        .sendString(Mono.fromSupplier(() -> JsonMapper.shared().writeValueAsString(body)))
        .then();
  }
}
