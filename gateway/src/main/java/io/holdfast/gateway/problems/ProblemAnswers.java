package io.holdfast.gateway.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the whole answer. */
@Component
public final class ProblemAnswers {
  private static final String TYPES = "https://holdfast.dev/problems/";

  private final JsonMapper json;

  ProblemAnswers(JsonMapper json) {
    this.json = json;
  }

  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    ServerHttpResponse response = exchange.getResponse();
    if (!response.setStatusCode(problem.status())) {
      return Mono.error(problem); // already on its way to the client
    }
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    response.getHeaders().remove(HttpHeaders.LOCATION);
    Duration wait = problem.retryAfter();
    if (wait != null) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
    }
    return response.writeWith(
        Mono.fromSupplier(
            () ->
                response
                    .bufferFactory()
                    .wrap(body(exchange.getRequest().getPath().value(), problem))));
  }

  byte[] body(String instance, Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", TYPES + problem.code());
    members.put("title", problem.status().getReasonPhrase());
    members.put("status", problem.status().value());
    members.put("detail", problem.detail());
    members.put("instance", instance);
    members.put("code", problem.code());
    return json.writeValueAsBytes(members);
  }
}
