package io.holdfast.gateway.problems;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells a person who opens a page from a script that asks. */
public final class Navigation {
  private static final List<String> FOR_SCRIPTS = List.of("/api", "/v1", "/webhooks");

  private Navigation() {}

  public static boolean opensAPage(ServerHttpRequest request) {
    String path = request.getPath().value();
    return HttpMethod.GET.equals(request.getMethod())
        && FOR_SCRIPTS.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"))
        && request.getHeaders().getAccept().stream()
            .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
  }
}
