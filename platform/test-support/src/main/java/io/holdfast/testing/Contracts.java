package io.holdfast.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schemas and samples that services agree on. */
public final class Contracts {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /** The sample message of a contract, for example {@code ingestion/usage-recorded.v1}. */
  public static String sample(String contract) {
    return read("contracts/" + contract + ".sample.json");
  }

  /**
   * Fails unless the body is as the schema of its type says, for example {@code
   * scoring.band-changed.v1}.
   */
  public static void check(String type, String json) {
    Schema schema =
        REGISTRY.getSchema(
            read("contracts/" + type.replaceFirst("\\.", "/") + ".schema.json"), InputFormat.JSON);
    List<?> faults = schema.validate(json, InputFormat.JSON);
    if (!faults.isEmpty()) {
      throw new AssertionError(type + " is not as its schema says: " + faults + "\n" + json);
    }
  }

  private static String read(String resource) {
    try (InputStream in = Contracts.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("there is no " + resource + " in platform-contracts");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
