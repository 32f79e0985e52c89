package io.holdfast.ingestion.requests;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantId;

/** What concerns all accounts of a tenant is not for those who may see only some. */
public final class WholeTenant {
  private WholeTenant() {}

  /** The caller's tenant; refuses with 403 when the token is limited to some accounts. */
  public static TenantId of(Principal principal) {
    return principal.wholeTenant();
  }
}
