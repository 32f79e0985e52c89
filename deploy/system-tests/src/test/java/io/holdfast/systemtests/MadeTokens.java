package io.holdfast.systemtests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.function.UnaryOperator;

/**
 * Tokens that the local provider does not give, made with its own key: the claims of a genuine
 * token, changed by the test, so that nothing but the change can be what is wrong with them.
 */
public final class MadeTokens {
  private final RSAKey key;
  private final JWTClaimsSet genuine;

  private MadeTokens(RSAKey key, JWTClaimsSet genuine) {
    this.key = key;
    this.genuine = genuine;
  }

  public static MadeTokens like(String genuine, LocalPlatform platform) {
    Path keys = platform.state().resolve("provider/keys.json");
    try {
      return new MadeTokens(
          JWKSet.parse(Files.readString(keys)).getKeys().getFirst().toRSAKey(),
          SignedJWT.parse(genuine).getJWTClaimsSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ParseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a token says, whoever signed it. */
  public static String claim(String token, String name) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim(name);
    } catch (ParseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Truly signed by the provider's key. */
  public String with(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(change, JWSAlgorithm.RS256, signer(key));
  }

  public String unsigned() {
    return new PlainJWT(genuine).serialize();
  }

  /** Names the provider's key and is signed by another. */
  public String signedByAStranger() {
    try {
      return signed(
          claims -> claims, JWSAlgorithm.RS256, signer(new RSAKeyGenerator(2048).generate()));
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * HS256 with the public key as its secret: accepted where the algorithm is taken from the token.
   */
  public String signedWithThePublicKey() {
    try {
      return signed(
          claims -> claims, JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded()));
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String signed(
      UnaryOperator<JWTClaimsSet.Builder> change, JWSAlgorithm algorithm, JWSSigner signer) {
    JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder(genuine)).build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(signer);
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
    return token.serialize();
  }

  private static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
