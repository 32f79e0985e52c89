package io.holdfast.gateway.routes;

import io.holdfast.gateway.steps.AnswerStep;
import io.holdfast.gateway.traces.Traces;
import io.holdfast.tenancy.paths.Paths;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * One line for each request, written under its trace: what changes something at info. At debug what
 * only reads, and what was taken in from a source, which comes by the thousands a second and is
 * counted. Queries and whatever looks like an e-mail address stay out.
 */
@Component
final class RequestLog implements AnswerStep {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final Pattern SOMEBODY = Pattern.compile("[^/]*(?:@|%40)[^/]*");
  private static final Paths FROM_SOURCES = Paths.of("/v1/**", "/webhooks/**");

  private final Traces traces;

  RequestLog(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void before(ServerWebExchange exchange, Duration taken) {
    ServerHttpRequest request = exchange.getRequest();
    HttpStatusCode status =
        Objects.requireNonNullElse(exchange.getResponse().getStatusCode(), HttpStatus.OK);
    Level level = level(request, status);
    if (LOG.isEnabledForLevel(level)) {
      traces.under(
          exchange,
          () -> {
            LOG.atLevel(level)
                .log(
                    "{} {} answered {} in {} ms",
                    request.getMethod(),
                    SOMEBODY.matcher(request.getPath().value()).replaceAll("…"),
                    status.value(),
                    taken.toMillis());
            return null;
          });
    }
  }

  private static Level level(ServerHttpRequest request, HttpStatusCode status) {
    HttpMethod method = request.getMethod();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    return reads || (status.is2xxSuccessful() && FROM_SOURCES.have(request))
        ? Level.DEBUG
        : Level.INFO;
  }
}
