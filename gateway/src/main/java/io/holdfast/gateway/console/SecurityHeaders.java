package io.holdfast.gateway.console;

import io.holdfast.gateway.steps.AnswerStep;
import io.holdfast.tenancy.paths.Paths;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Puts the headers that browsers guard people by on every answer, whoever made it. What is no page
 * may hold nothing at all, and says nothing of what a page may do; a printed document has its own
 * styles, and nothing else either.
 */
final class SecurityHeaders implements AnswerStep {
  private static final Paths DATA = Paths.of("/api/**", "/v1/**", "/webhooks/**");

  private static final Paths PRINTED =
      Paths.of("/api/v1/accounts/*/data-sheet", "/api/v1/accounts/*/value-report");

  private final Map<String, String> ofData = new LinkedHashMap<>();
  private final Map<String, String> ofPrinted = new LinkedHashMap<>();
  private final Map<String, String> ofPages = new LinkedHashMap<>();

  SecurityHeaders(ContentSecurityPolicy policy, boolean https) {
    ofData.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    ofData.put("X-Content-Type-Options", "nosniff");
    ofData.put("Cross-Origin-Resource-Policy", "same-origin");
    if (https) {
      ofData.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    ofPrinted.putAll(ofData);
    ofPrinted.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'none'");
    ofPages.putAll(ofData);
    ofPages.put("Content-Security-Policy", policy.header());
    ofPages.put("Referrer-Policy", "same-origin");
    ofPages.put(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    ofPages.put("Cross-Origin-Opener-Policy", "same-origin");
    ofPages.put("X-Frame-Options", "DENY");
  }

  @Override
  public void before(ServerWebExchange exchange, Duration taken) {
    HttpHeaders answer = exchange.getResponse().getHeaders();
    headersFor(exchange).forEach(answer::set);
    if (answer.getCacheControl() == null) {
      answer.setCacheControl("no-store");
    }
  }

  private Map<String, String> headersFor(ServerWebExchange exchange) {
    if (!DATA.have(exchange.getRequest())) {
      return ofPages;
    }
    return PRINTED.have(exchange.getRequest()) ? ofPrinted : ofData;
  }
}
