package io.holdfast.scoring.web;

import io.holdfast.scoring.fit.Attribute;
import io.holdfast.scoring.fit.Company;
import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Schema(name = "FitCheckRequest", description = "What is known of a prospect; the rest is left out")
record FitCheckRequest(
    @Nullable @Schema(example = "Logistics") String industry,
    @Nullable @Schema(example = "DE") String country,
    @Nullable String region,
    @Nullable Long employees,
    @Nullable List<@Nullable String> integrations,
    @Nullable String useCase,
    @Nullable String source,
    @Schema(description = "Anything else, by name")
        @Nullable Map<String, @Nullable String> traits) {

  Company company() {
    if (employees != null && employees < 0) {
      throw Problem.unprocessable(
          "invalid_employees", "'employees' is %d; it must be 0 or more".formatted(employees));
    }
    Map<String, Object> others = new TreeMap<>();
    if (traits != null) {
      traits.forEach((name, value) -> put(others, name, value));
    }
    put(others, Attribute.REGION.key(), region);
    put(others, Attribute.USE_CASE.key(), useCase);
    put(others, Attribute.SOURCE.key(), source);
    if (integrations != null) {
      put(others, Attribute.INTEGRATIONS.key(), joined(integrations));
    }
    return Company.of(industry, country, employees, others);
  }

  private static void put(Map<String, Object> others, String name, @Nullable String value) {
    if (value != null) {
      others.put(name, value);
    }
  }

  private static String joined(List<@Nullable String> parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      if (part != null) {
        all.append(all.isEmpty() ? "" : ",").append(part);
      }
    }
    return all.toString();
  }
}
