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
 * may hold nothing at all, and says nothing of what a page may do.
 */
final class SecurityHeaders implements AnswerStep {
  private static final Paths DATA = Paths.of("/api/**", "/v1/**", "/webhooks/**");

  private final Map<String, String> ofData = new LinkedHashMap<>();
  private final Map<String, String> ofPages = new LinkedHashMap<>();

  SecurityHeaders(ContentSecurityPolicy policy, boolean https) {
    ofData.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    ofData.put("X-Content-Type-Options", "nosniff");
    ofData.put("Cross-Origin-Resource-Policy", "same-origin");
    if (https) {
      ofData.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
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
    (DATA.have(exchange.getRequest()) ? ofData : ofPages).forEach(answer::set);
    if (answer.getCacheControl() == null) {
      answer.setCacheControl("no-store");
    }
  }
}
