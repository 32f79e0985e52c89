package io.holdfast.tenancy.description;

import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.web.RouteScopes;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation the scope it needs and the problems it may answer with. What a controller
 * says itself about a status stays.
 */
final class Refusals implements GlobalOperationCustomizer {
  /** For programs that read the document: any of these is enough. */
  private static final String SCOPES = "x-scopes";

  @Override
  public Operation customize(Operation operation, HandlerMethod route) {
    ApiResponses responses = operation.getResponses();
    if (takes(route, RequestParam.class)
        || takes(route, ListQuery.class)
        || takes(route, RequestBody.class)) {
      refuse(responses, "400", "Something in the request cannot be read; `detail` says where");
    }
    if (takes(route, PathVariable.class) && RouteScopes.of(route).isPresent()) {
      refuse(responses, "404", "The tenant has no such thing");
    }
    if (takes(route, RequestBody.class)) {
      refuse(responses, "413", "The body is too large");
      refuse(responses, "422", "The body can be read and is not valid; `detail` says what to do");
    }
    if (takes(route, Principal.class)) {
      refuse(responses, "401", "No valid access token");
    }
    RouteScopes.of(route)
        .ifPresent(
            required -> {
              refuse(responses, "403", "The token or its holder's roles lack the scope");
              if (required.value().length > 0) {
                needs(operation, String.join("` or `", required.value()));
                operation.addExtension(SCOPES, List.of(required.value()));
              }
            });
    refuse(responses, "503", "A part is away; try again after `Retry-After` seconds");
    return operation;
  }

  private static boolean takes(HandlerMethod route, Class<?> what) {
    return Arrays.stream(route.getMethodParameters())
        .anyMatch(
            parameter ->
                what.isAnnotation()
                    ? parameter.hasParameterAnnotation(what.asSubclass(Annotation.class))
                    : parameter.getParameterType() == what);
  }

  private static void needs(Operation operation, String scopes) {
    String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
    operation.setDescription(said + "Needs the scope `" + scopes + "`.");
  }

  static void refuse(ApiResponses responses, String status, String description) {
    MediaType problem = new MediaType().schema(new Schema<>().$ref(ProblemSchema.REFERENCE));
    ApiResponse refusal = responses.computeIfAbsent(status, _ -> new ApiResponse());
    if (refusal.getDescription() == null) {
      refusal.setDescription(description);
    }
    refusal.setContent(new Content().addMediaType("application/problem+json", problem));
  }
}
