package io.holdfast.tenancy.description;

import io.holdfast.tenancy.SeveralTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.repeating.IdempotencyKey;
import io.holdfast.tenancy.web.RouteScopes;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation the headers a client may send so that it is done once, or only to what the
 * client has seen, and how these are answered.
 */
final class RequestTerms implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod route) {
    List<RequestMethod> methods = methods(route);
    if (methods.contains(RequestMethod.POST)
        && RouteScopes.of(route).isPresent()
        && keepsAnswers(route)) {
      repeatable(operation);
    }
    if (Arrays.stream(route.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == Conditions.class)) {
      conditional(operation, methods.contains(RequestMethod.PUT));
    }
    if (route.hasMethodAnnotation(Editable.class)) {
      readable(operation);
    }
    return operation;
  }

  private static boolean keepsAnswers(HandlerMethod route) {
    SeveralTransactions several = route.getMethodAnnotation(SeveralTransactions.class);
    return several == null || several.keepsAnswers();
  }

  private static void repeatable(Operation operation) {
    operation.addParametersItem(
        header(
            IdempotencyKey.HEADER,
            "Names this request for 24 hours, best by a random UUID: sent again it is answered the"
                + " same and not done again"));
    succeed(
        operation, "Idempotent-Replayed", "`true` on the answer to a request that was done before");
    also(operation, "400", "The Idempotency-Key is none (`invalid_idempotency_key`)");
    also(
        operation,
        "409",
        "A request with this Idempotency-Key is being done (`idempotency_key_in_use`)");
    also(
        operation,
        "422",
        "The Idempotency-Key was used for another request (`idempotency_key_reused`)");
  }

  private static void conditional(Operation operation, boolean makes) {
    operation.addParametersItem(
        header("If-Match", "`ETag` of what was read: it is changed only if it is still the same"));
    if (makes) {
      operation.addParametersItem(
          header("If-None-Match", "`*`: it is made only if it is not there yet"));
    }
    succeed(operation, "ETag", "Of what is there now");
    also(
        operation,
        "412",
        "It was changed since it was read (`changed_meanwhile`), and `currentETag` is what it has"
            + " now; or it is there already (`already_exists`)");
  }

  private static void readable(Operation operation) {
    operation.addParametersItem(
        header("If-None-Match", "`ETag` of what is known: 304 if it is still the same"));
    succeed(operation, "ETag", "Digest of what can be edited, for `If-Match`");
    operation
        .getResponses()
        .addApiResponse("304", new ApiResponse().description("As it is known, see If-None-Match"));
  }

  /** Adds to what is said already about a status. */
  private static void also(Operation operation, String status, String description) {
    ApiResponse said = operation.getResponses().get(status);
    if (said == null || said.getDescription() == null) {
      Refusals.refuse(operation.getResponses(), status, description);
    } else {
      said.setDescription(said.getDescription() + ". Or: " + description);
    }
  }

  private static List<RequestMethod> methods(HandlerMethod route) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), RequestMapping.class);
    return mapping == null ? List.of() : List.of(mapping.method());
  }

  private static HeaderParameter header(String name, String description) {
    HeaderParameter header = new HeaderParameter();
    header.name(name).description(description).required(false).schema(new StringSchema());
    return header;
  }

  private static void succeed(Operation operation, String name, String description) {
    operation.getResponses().entrySet().stream()
        .filter(response -> response.getKey().startsWith("2") && !response.getKey().equals("204"))
        .forEach(
            response ->
                response
                    .getValue()
                    .addHeaderObject(
                        name, new Header().description(description).schema(new StringSchema())));
  }
}
