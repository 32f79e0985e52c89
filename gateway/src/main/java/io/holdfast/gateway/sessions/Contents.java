package io.holdfast.gateway.sessions;

import io.holdfast.tenancy.sealing.Seal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.jackson.SecurityJacksonModules;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * What a session holds, as JSON of the types Spring Security lists, sealed so that it opens only in
 * its own row.
 */
final class Contents {
  private final Seal seal;
  private final JsonMapper json =
      JsonMapper.builder()
          .addModules(
              SecurityJacksonModules.getModules(Contents.class.getClassLoader(), inClaims()))
          .build();

  Contents(Seal seal) {
    this.seal = seal;
  }

  byte[] close(Object value, UUID session, String name) {
    return seal.close(
        new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8), place(session, name));
  }

  /**
   * @throws RuntimeException when the key is no longer listed, or the type no longer known
   */
  <T> T open(byte[] kept, UUID session, String name, Class<T> type) {
    return json.readValue(seal.open(kept, place(session, name)), type);
  }

  /** What providers put into claims beside texts, as the JOSE library reads it. */
  private static BasicPolymorphicTypeValidator.Builder inClaims() {
    return BasicPolymorphicTypeValidator.builder()
        .allowIfSubType(URL.class)
        .allowIfSubType(Instant.class)
        .allowIfSubType(Number.class)
        .allowIfSubType(Boolean.class)
        .allowIfSubType("java.util.ImmutableCollections")
        .allowIfSubType("com.nimbusds.jose.shaded.gson.internal.LinkedTreeMap");
  }

  private static String place(UUID session, String name) {
    return session + " " + name;
  }
}
