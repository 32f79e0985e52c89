package io.holdfast.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * The gateway takes the platform's seal, claims, migrations and plain threads, and not what makes a
 * service of a process: tenants' transactions, scopes of controllers, its way of refusing.
 */
final class WithoutServiceParts implements AutoConfigurationImportFilter {
  private static final String PLATFORM = "io.holdfast.";
  private static final String THREADS = PLATFORM + "tenancy.threads.";

  @Override
  public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
    boolean[] taken = new boolean[configurations.length];
    for (int i = 0; i < configurations.length; i++) {
      String name = configurations[i];
      taken[i] = name != null && (!name.startsWith(PLATFORM) || name.startsWith(THREADS));
    }
    return taken;
  }
}
