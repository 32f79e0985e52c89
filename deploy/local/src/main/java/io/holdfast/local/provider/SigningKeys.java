package io.holdfast.local.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.holdfast.local.state.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

/** The keys that sign tokens, made once and kept in a file for the owner's eyes. */
final class SigningKeys {

  private SigningKeys() {}

  static JWKSet keptIn(Path file) {
    try {
      if (!Files.exists(file)) {
        JWKSet keys =
            new JWKSet(
                new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate());
        WholeFile.write(file, keys.toString(false));
        return keys;
      }
      return JWKSet.parse(Files.readString(file));
    } catch (IOException | ParseException | JOSEException e) {
      throw new IllegalStateException("The signing keys in " + file + " cannot be used", e);
    }
  }
}
