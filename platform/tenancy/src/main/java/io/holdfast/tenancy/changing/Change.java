package io.holdfast.tenancy.changing;

import io.holdfast.tenancy.Principal;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/**
 * A request that has changed something and is about to be committed.
 *
 * @param route the pattern of its path, for example {@code /api/v1/channels/{id}}
 * @param variables what stands in the path for the pattern's variables
 * @param outcome the status it will be answered with, always a success
 */
public record Change(
    Principal principal,
    HttpMethod method,
    String route,
    Map<String, String> variables,
    HttpStatusCode outcome) {
  public Change {
    variables = Map.copyOf(variables);
  }
}
