package io.holdfast.ingestion.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.tenancy.Personal;
import io.holdfast.tenancy.Principal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person at an account. */
record ContactView(
    String contactId,
    @Personal @Nullable String name,
    @Personal @Nullable String email,
    @Nullable String role,
    @Personal @Nullable String title,
    @Nullable String department,
    @Nullable Boolean active,
    @Nullable String leftOn,
    @Schema(
            description = "Fields left out because the token lacks personal:read; absent otherwise",
            example = "[\"name\", \"email\", \"title\"]")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable List<String> redacted) {
  private static final List<String> PERSONAL = List.of("name", "email", "title");

  static ContactView of(String contactId, Attributes said) {
    String active = said.get("active");
    return new ContactView(
        contactId,
        said.get("name"),
        said.get("email"),
        said.get("role"),
        said.get("title"),
        said.get("department"),
        active == null ? null : Boolean.valueOf(active),
        said.get("leftOn"),
        null);
  }

  /** As much of it as the principal may see. */
  ContactView shownTo(Principal principal) {
    return principal.maySeePersonalData()
        ? this
        : new ContactView(contactId, null, null, role, null, department, active, leftOn, PERSONAL);
  }
}
