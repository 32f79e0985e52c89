package io.holdfast.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * The gateway takes the platform's seal, claims and migrations, and not what makes a service of a
 * process: tenants' transactions, scopes of controllers, its way of refusing.
 */
final class WithoutServiceParts implements AutoConfigurationImportFilter {
  @Override
  public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
    boolean[] taken = new boolean[configurations.length];
    for (int i = 0; i < configurations.length; i++) {
      String name = configurations[i];
      taken[i] = name != null && !name.startsWith("io.holdfast.");
    }
    return taken;
  }
}
