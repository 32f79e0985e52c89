package io.holdfast.scoring.fitting;

import io.holdfast.scoring.fitting.FitDocuments.Reading.Sound;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Makes a profile the one in force; all accounts are checked against it at once. */
public final class PublishFitProfile {

  private final FitProfiles profiles;
  private final RenewFits renew;
  private final Clock clock;

  public PublishFitProfile(FitProfiles profiles, RenewFits renew, Clock clock) {
    this.profiles = profiles;
    this.renew = renew;
    this.clock = clock;
  }

  public Mono<FitVersion> publish(TenantId tenant, Sound sound, String reason, String by) {
    return profiles
        .next(tenant)
        .map(
            version ->
                new FitVersion(
                    version, sound.profile(), sound.document(), clock.instant(), by, reason))
        .flatMap(
            version ->
                profiles
                    .add(tenant, version)
                    .then(Mono.defer(() -> renew.ofAll(tenant, version)))
                    .thenReturn(version));
  }
}
