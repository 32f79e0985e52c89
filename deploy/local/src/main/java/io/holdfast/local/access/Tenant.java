package io.holdfast.local.access;

import java.util.List;

/** The vendor companies every local platform has. */
public final class Tenant {

  public static final String DEMO = "demo";
  public static final String OTHER = "other";
  public static final List<String> ALL = List.of(DEMO, OTHER);

  private Tenant() {}

  /** The identity of a program of the tenant with the role. */
  public static String client(String tenant, Role role) {
    return tenant + "-" + role.word();
  }
}
