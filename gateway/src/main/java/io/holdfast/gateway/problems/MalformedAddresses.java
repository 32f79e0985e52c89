package io.holdfast.gateway.problems;

import java.net.URI;
import java.net.URISyntaxException;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Addresses that are no URI, which would be refused without a word before any filter sees them. */
@Component
final class MalformedAddresses
    implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
  private static final Problem MALFORMED =
      Problem.of(
          HttpStatus.BAD_REQUEST,
          "malformed_address",
          "The address is no URI: a '%' not followed by two hexadecimal digits, or a character that"
              + " must be percent-encoded.");

  private final ProblemAnswers answers;

  MalformedAddresses(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addRouteProviders(routes -> routes.route(MalformedAddresses::malformed, this::refuse));
  }

  private static boolean malformed(HttpServerRequest request) {
    try {
      new URI(request.uri());
      return false;
    } catch (URISyntaxException refused) {
      return true;
    }
  }

  private Publisher<Void> refuse(HttpServerRequest request, HttpServerResponse response) {
    return response
        .status(MALFORMED.status().value())
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .sendByteArray(Mono.fromSupplier(() -> answers.body(request.uri(), MALFORMED)));
  }
}
