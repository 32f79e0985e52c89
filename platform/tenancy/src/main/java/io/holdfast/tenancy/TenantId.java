package io.holdfast.tenancy;

import java.util.regex.Pattern;

/**
 * Names one vendor company on the platform. Lower-case letters, digits, {@code -} and {@code _}, at
 * most 63 characters.
 */
public record TenantId(String value) {
  /** Stands where a tenant would, for what nobody can be found to own; so nobody bears the name. */
  public static final String UNATTRIBUTED = "unattributed";

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  public TenantId {
    if (!FORM.matcher(value).matches() || value.equals(UNATTRIBUTED)) {
      throw new IllegalArgumentException("not a tenant id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
