package io.holdfast.gateway.door;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is believed and how people sign in.
 *
 * @param publicUrl where people and clients reach this gateway
 * @param issuer the exact {@code iss} of tokens, and where the provider describes itself
 * @param jwks the issuer's JWK set
 * @param audience the {@code aud} an access token must name
 * @param clientId the console at the provider
 * @param scopes what the console asks for at sign-in
 */
@ConfigurationProperties("holdfast.door")
public record DoorProperties(
    URI publicUrl,
    String issuer,
    String jwks,
    @DefaultValue("holdfast") String audience,
    String clientId,
    String clientSecret,
    @DefaultValue({"openid", "profile", "email"}) List<String> scopes) {
  public DoorProperties {
    if (publicUrl.getHost() == null) {
      throw new IllegalArgumentException("holdfast.door.public-url is no address: " + publicUrl);
    }
    scopes = List.copyOf(scopes);
  }

  /** Whether people come by HTTPS, so that cookies must not travel without it. */
  public boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }

  /** The public address of a path of this gateway. */
  public String at(String path) {
    return publicUrl.resolve("/") + path.substring(1);
  }
}
