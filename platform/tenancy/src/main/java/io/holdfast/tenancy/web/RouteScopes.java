package io.holdfast.tenancy.web;

import io.holdfast.tenancy.RequiresScope;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Which scope a route asks for: its own, else that of its controller. */
public final class RouteScopes {
  private RouteScopes() {}

  public static Optional<RequiresScope> of(HandlerMethod route) {
    return Optional.ofNullable(
            AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), RequiresScope.class))
        .or(
            () ->
                Optional.ofNullable(
                    AnnotatedElementUtils.findMergedAnnotation(
                        route.getBeanType(), RequiresScope.class)));
  }
}
