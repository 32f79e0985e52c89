package io.holdfast.tenancy.web;

import io.holdfast.tenancy.CurrentTrace;
import io.holdfast.tenancy.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure as problem details (RFC 9457). */
@Order(-2) // before Boot's own handler at -1
final class ProblemWriter implements WebExceptionHandler {
  private static final String TYPES = "https://holdfast.dev/problems/";

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    return Mono.deferContextual(
        context ->
            write(exchange, CurrentTrace.under(context, () -> Diagnosis.of(exchange, failure))));
  }

  Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPES + problem.code());
    body.put("title", problem.status().getReasonPhrase());
    body.put("status", problem.status().value());
    body.put("detail", problem.detail());
    body.put("instance", exchange.getRequest().getPath().value());
    body.put("code", problem.code());
    body.putAll(problem.members());

    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(problem.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    problem
        .retryAfter()
        .ifPresent(
            wait ->
                response
                    .getHeaders()
                    .set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
    return response.writeWith(
        Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(body))));
  }
}
