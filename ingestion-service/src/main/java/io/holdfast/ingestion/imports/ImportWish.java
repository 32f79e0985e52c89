package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * How a file is to be read.
 *
 * @param mapping JSON that {@link Mapping} understands, or blank
 * @param format empty when the first bytes are to decide
 */
record ImportWish(Kind kind, boolean asRecorded, String mapping, Optional<FileFormat> format) {

  /** Refuses with what is wrong in the query or the headers. */
  static ImportWish of(
      Principal principal,
      String kind,
      String knowledge,
      @Nullable String mapping,
      HttpHeaders headers) {
    Kind wanted = kind(kind);
    boolean asRecorded = asRecorded(principal, knowledge);
    try {
      Mapping.parse(wanted, mapping);
    } catch (Mapping.Refused refused) {
      throw Problem.unprocessable("invalid_mapping", String.valueOf(refused.getMessage()));
    }
    return new ImportWish(
        wanted, asRecorded, mapping == null ? "" : mapping, FileFormat.declared(headers));
  }

  private static Kind kind(String name) {
    return Kind.named(name)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "unknown_kind",
                    "kind is '"
                        + CellType.shown(name)
                        + "'; it must be one of "
                        + Arrays.stream(Kind.values())
                            .map(Kind::plural)
                            .collect(Collectors.joining(", "))));
  }

  private static boolean asRecorded(Principal principal, String knowledge) {
    return switch (knowledge) {
      case "now" -> false;
      case "as-recorded" -> {
        if (!principal.may("history:write")) {
          throw Problem.forbidden(
                  "missing_scope", "knowledge=as-recorded needs the scope history:write.")
              .with("requiredScope", "history:write");
        }
        yield true;
      }
      default ->
          throw Problem.badRequest("unknown_knowledge", "knowledge must be now or as-recorded");
    };
  }
}
