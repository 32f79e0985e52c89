package io.holdfast.tenancy.description;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The shape of {@link io.holdfast.tenancy.Problem} as it is written. */
final class ProblemSchema {
  static final String NAME = "Problem";
  static final String REFERENCE = "#/components/schemas/" + NAME;

  private ProblemSchema() {}

  static Schema<?> make() {
    ObjectSchema problem = new ObjectSchema();
    problem.setDescription("Problem details (RFC 9457). Further members belong to single codes.");
    problem.addProperty("type", text("Names the kind of problem; ends with the code"));
    problem.addProperty("title", text("The status in words"));
    problem.addProperty("status", new IntegerSchema().description("The HTTP status"));
    problem.addProperty("detail", text("What was wrong, where, and what to do"));
    problem.addProperty("instance", text("The path that was asked"));
    problem.addProperty("code", text("Stable name to act on, for example invalid_limit"));
    problem.setRequired(List.of("type", "title", "status", "detail", "instance", "code"));
    return problem;
  }

  private static Schema<?> text(String description) {
    return new StringSchema().description(description);
  }
}
