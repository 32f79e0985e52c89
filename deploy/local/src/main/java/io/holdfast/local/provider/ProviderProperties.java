package io.holdfast.local.provider;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer the address under which browsers and services know the provider
 * @param console where the console is
 * @param keys file with the signing keys, kept so that tokens outlive a restart
 * @param clientSecret of the programs of the local tenants
 * @param consoleSecret of the console
 */
@ConfigurationProperties("provider")
record ProviderProperties(
    String issuer, String console, Path keys, String clientSecret, String consoleSecret) {

  ProviderProperties {
    if (clientSecret.isBlank() || consoleSecret.isBlank()) {
      throw new IllegalArgumentException("The provider needs the secrets of its clients");
    }
  }
}
