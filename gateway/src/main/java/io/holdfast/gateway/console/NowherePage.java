package io.holdfast.gateway.console;

import io.holdfast.gateway.problems.Navigation;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** A person at an address that leads nowhere gets the console, which says so and knows the way. */
@Component
@Order(-3) // before the problem that a script gets
final class NowherePage implements WebExceptionHandler {
  private final ConsoleShell shell;

  NowherePage(ConsoleShell shell) {
    this.shell = shell;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    boolean nothingThere =
        failure instanceof ErrorResponse answer
            && HttpStatus.NOT_FOUND.isSameCodeAs(answer.getStatusCode());
    if (!nothingThere
        || !Navigation.opensAPage(exchange.getRequest())
        || !response.setStatusCode(HttpStatus.NOT_FOUND)) {
      return Mono.error(failure);
    }
    response.getHeaders().setContentType(new MediaType("text", "html", StandardCharsets.UTF_8));
    return response.writeWith(
        Mono.fromSupplier(
            () -> response.bufferFactory().wrap(shell.html().getBytes(StandardCharsets.UTF_8))));
  }
}
