package io.holdfast.gateway.problems;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
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

/**
 * Addresses that are no URI, and heads longer than any client needs: without this they would be
 * refused without a word before any filter sees them. The server itself accepts four times as much,
 * so that most of what is too long is told so.
 */
@Component
final class RequestHeads implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
  private static final int LONGEST_ADDRESS = 16 * 1024;
  private static final int LONGEST_HEADERS = 32 * 1024;

  private static final String PLAIN = "/?&=-_.~:@,;+";

  private static final Problem MALFORMED =
      Problem.of(
          HttpStatus.BAD_REQUEST,
          "malformed_address",
          "The address is no URI: a '%' not followed by two hexadecimal digits, or a character that"
              + " must be percent-encoded.");
  private static final Problem LONG_ADDRESS =
      Problem.of(
          HttpStatus.URI_TOO_LONG,
          "address_too_long",
          "The address has more than 16,384 characters. Send a shorter query.");
  private static final Problem LONG_HEADERS =
      Problem.of(
          HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
          "headers_too_large",
          "The headers have more than 32,768 characters together.");

  private final ProblemAnswers answers;

  RequestHeads(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addRouteProviders(
        routes -> routes.route(request -> problem(request) != null, this::refuse));
  }

  private static @Nullable Problem problem(HttpServerRequest request) {
    if (request.uri().length() > LONGEST_ADDRESS) {
      return LONG_ADDRESS;
    }
    if (size(request) > LONGEST_HEADERS) {
      return LONG_HEADERS;
    }
    if (isPlain(request.uri())) {
      return null;
    }
    try {
      new URI(request.uri());
      return null;
    } catch (URISyntaxException refused) {
      return MALFORMED;
    }
  }

  /** Nearly all are, and need not be taken apart to see that they are a URI. */
  private static boolean isPlain(String address) {
    if (!address.startsWith("/") || address.startsWith("//")) {
      return false;
    }
    for (int i = 0; i < address.length(); i++) {
      char character = address.charAt(i);
      boolean word =
          (character >= 'a' && character <= 'z')
              || (character >= 'A' && character <= 'Z')
              || (character >= '0' && character <= '9');
      if (!word && PLAIN.indexOf(character) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int size(HttpServerRequest request) {
    int size = 0;
    for (var header : request.requestHeaders()) {
      size += header.getKey().length() + header.getValue().length() + 4;
    }
    return size;
  }

  private Publisher<Void> refuse(HttpServerRequest request, HttpServerResponse response) {
    Problem problem = problem(request);
    if (problem == null) {
      return response.sendNotFound();
    }
    String instance =
        request.uri().length() > 200 ? request.uri().substring(0, 200) : request.uri();
    return response
        .status(problem.status().value())
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .sendByteArray(Mono.fromSupplier(() -> answers.body(instance, problem)));
  }
}
