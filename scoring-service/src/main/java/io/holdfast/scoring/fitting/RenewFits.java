package io.holdfast.scoring.fitting;

import io.holdfast.scoring.fit.FitProfile;
import io.holdfast.scoring.fitting.AccountFits.Checked;
import io.holdfast.scoring.fitting.AccountFits.Told;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps how accounts fit, after something was told of them or the profile became another. */
public final class RenewFits {

  private static final int AT_ONCE = 1000;

  private final FitProfiles profiles;
  private final AccountFits fits;

  public RenewFits(FitProfiles profiles, AccountFits fits) {
    this.profiles = profiles;
    this.fits = fits;
  }

  /** Without a profile there is nothing to keep. */
  public Mono<Void> of(TenantId tenant, Collection<String> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return profiles
        .held(tenant)
        .flatMap(
            version ->
                fits.told(tenant, accounts)
                    .collectList()
                    .flatMap(told -> keep(tenant, version, told)));
  }

  Mono<Void> ofAll(TenantId tenant, FitVersion version) {
    return after(tenant, version, "");
  }

  private Mono<Void> after(TenantId tenant, FitVersion version, String account) {
    return fits.toldAfter(tenant, account, AT_ONCE)
        .collectList()
        .filter(told -> !told.isEmpty())
        .flatMap(
            told ->
                keep(tenant, version, told)
                    .then(Mono.defer(() -> after(tenant, version, told.getLast().account()))));
  }

  private Mono<Void> keep(TenantId tenant, FitVersion version, List<Told> told) {
    FitProfile profile = version.profile();
    return fits.keep(
        tenant,
        version.version(),
        told.stream()
            .map(one -> new Checked(one.account(), profile.check(one.company())))
            .toList());
  }
}
