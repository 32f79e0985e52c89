package io.holdfast.scoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Faulty;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema that is handed out says what the reader does, as far as a schema can. */
class ModelSchemaTests {

  private static final JsonModelDocuments DOCUMENTS = new JsonModelDocuments();

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(DOCUMENTS.schema(), InputFormat.JSON);

  /** What needs more than one place of a document to be seen. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "weights_sum",
          "duplicate_key",
          "unreachable_band",
          "invalid_curve",
          "invalid_signal",
          "invalid_axis",
          "invalid_model",
          "invalid_criterion",
          "invalid_fleet_guard",
          "invalid_prior");

  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "0.5",
          "1",
          "7",
          "101",
          "2000000",
          "\"\"",
          "\" \"",
          "\"Odd!\"",
          "\"odd\"",
          "\"override\"",
          "\"step\"",
          "\"PT1H\"",
          "[]",
          "[1]",
          "[0, 50]",
          "[\"odd\"]",
          "{}",
          "{\"odd\": 1}",
          "{\"policy\": \"carry\", \"days\": 3}",
          "{\"policy\": \"penalise\"}",
          "{\"shape\": \"step\", \"points\": [[0, 1], [2, 3]]}");

  @ParameterizedTest
  @ValueSource(strings = {"enterprise-v1", "enterprise-v2", "starter-v1", "full-relationship-v1"})
  void aShippedModelIsAsTheSchemaSays(String id) {
    assertThat(faults(DOCUMENTS.shipped(id).orElseThrow())).isEmpty();
    assertThat(faults(Json.write(whole(id)))).isEmpty();
  }

  @Test
  void theSchemaRefusesNothingThatIsReadAndEveryFaultOfOnePlace() {
    qt().withExamples(1500)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              ObjectNode model =
                  whole(random.nextBoolean() ? "enterprise-v2" : "full-relationship-v1");
              distort(model, random);
              String document = Json.write(model);

              switch (DOCUMENTS.read(document)) {
                case Sound _ -> assertThat(faults(document)).as(document).isEmpty();
                case Faulty(List<Fault> found) -> {
                  if (found.stream().anyMatch(ModelSchemaTests::isOfOnePlace)) {
                    assertThat(faults(document)).as("%s in %s", found, document).isNotEmpty();
                  }
                }
              }
            });
  }

  private static boolean isOfOnePlace(Fault fault) {
    boolean tooFarBack = fault.code().equals("out_of_range") && fault.pointer().endsWith("measure");
    return !BEYOND_A_SCHEMA.contains(fault.code()) && !tooFarBack;
  }

  /** A model that says everything a model may say. */
  private static ObjectNode whole(String id) {
    ObjectNode model = (ObjectNode) Json.tree(DOCUMENTS.shipped(id).orElseThrow());
    model.set("journey", Json.tree(ShippedModels.text("journey-v1")));
    ((ObjectNode) model.get("bands"))
        .set(
            "fleetGuard",
            Json.tree("{\"share\": 0.5, \"accounts\": 10, \"days\": 7, \"longest\": 14}"));
    return model;
  }

  /** Another value somewhere, or a field too many or too few. */
  private static void distort(JsonNode root, Random random) {
    List<JsonNode> inner = new ArrayList<>();
    collect(root, inner);
    JsonNode around = inner.get(random.nextInt(inner.size()));
    JsonNode odd = Json.tree(ODD.get(random.nextInt(ODD.size())));
    switch (around) {
      case ObjectNode object -> {
        List<String> fields = new ArrayList<>(object.propertyNames());
        String field = fields.isEmpty() ? "odd" : fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(4)) {
          case 0 -> object.remove(field);
          case 1 -> object.set(random.nextBoolean() ? "odd" : "missing", odd);
          default -> object.set(field, odd);
        }
      }
      case ArrayNode list -> list.set(random.nextInt(list.size()), odd);
      default -> throw new AssertionError(around);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainer() && !node.isEmpty()) {
      inner.add(node);
      node.valueStream().forEach(child -> collect(child, inner));
    }
  }

  private static List<?> faults(String document) {
    return SCHEMA.validate(document, InputFormat.JSON);
  }
}
