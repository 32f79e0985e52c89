package io.holdfast.gateway.console;

import io.holdfast.gateway.steps.AnswerStep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Puts the headers that browsers guard people by on every answer, whoever made it. */
final class SecurityHeaders implements AnswerStep {
  private final Map<String, String> headers = new LinkedHashMap<>();

  SecurityHeaders(ContentSecurityPolicy policy, boolean https) {
    headers.put("Content-Security-Policy", policy.header());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Frame-Options", "DENY");
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  @Override
  public void before(ServerWebExchange exchange, Duration taken) {
    HttpHeaders answer = exchange.getResponse().getHeaders();
    headers.forEach(answer::set);
    if (answer.getCacheControl() == null) {
      answer.setCacheControl("no-store");
    }
  }
}
