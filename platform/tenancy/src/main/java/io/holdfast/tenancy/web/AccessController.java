package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the service makes of a token. */
@RestController
class AccessController {

  /**
   * @param accounts the accounts it may see; absent when all of the tenant's
   */
  record AccessView(
      String tenant,
      String subject,
      List<String> roles,
      List<String> scopes,
      @Nullable List<String> accounts) {

    static AccessView of(Principal principal) {
      return new AccessView(
          principal.tenant().value(),
          principal.subject(),
          sorted(principal.roles()),
          sorted(principal.scopes()),
          principal.accounts().map(AccessView::sorted).orElse(null));
    }

    private static List<String> sorted(Set<String> words) {
      return words.stream().sorted().toList();
    }
  }

  @GetMapping("/api/v1/access")
  @RequiresScope({})
  @Operation(
      summary = "What the token's holder may do now",
      description =
          "The token's scopes as far as the holder's roles allow them, as this service knows them.")
  AccessView access(Principal principal) {
    return AccessView.of(principal);
  }
}
