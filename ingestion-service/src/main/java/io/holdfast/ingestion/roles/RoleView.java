package io.holdfast.ingestion.roles;

import io.holdfast.tenancy.access.Roles;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A role, as the API shows it. */
@Schema(name = "Role")
record RoleView(
    @Schema(example = "csm") String role,
    @Schema(description = "What it allows at this tenant") List<String> scopes,
    @Schema(description = "What it allows where nobody has changed it") List<String> shipped,
    @Schema(description = "Whether the two differ") boolean changed) {

  static RoleView of(String role, Collection<String> scopes) {
    Set<String> shipped = Roles.shipped().getOrDefault(role, Set.of());
    return new RoleView(
        role,
        scopes.stream().sorted().toList(),
        List.copyOf(shipped),
        !new HashSet<>(scopes).equals(shipped));
  }
}
