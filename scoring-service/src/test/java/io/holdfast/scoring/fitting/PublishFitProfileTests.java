package io.holdfast.scoring.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fit.Company;
import io.holdfast.scoring.fitting.FitDocuments.Reading.Sound;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class PublishFitProfileTests implements FitPortsContract {

  private final InMemoryFits fits = new InMemoryFits();
  private final RenewFits renew = new RenewFits(fits, fits);
  private final PublishFitProfile publish =
      new PublishFitProfile(fits, renew, Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void everyAccountIsCheckedAgainstWhatIsPublished() {
    for (int i = 0; i < 2500; i++) {
      recorded("account-" + i, "Retail");
    }
    all(renew.of(tenant(), List.of("account-1")));
    assertThat(fits.kept).as("there is no profile yet").isEmpty();

    Sound sound = new Sound(RETAIL, RETAIL_DOCUMENT);
    List<FitVersion> first = all(publish.publish(tenant(), sound, "first", "ada"));
    assertThat(fits.kept).hasSize(2500);
    assertThat(fits.kept.values()).containsOnly(1);

    all(publish.publish(tenant(), sound, "second", "ada"));
    assertThat(fits.kept.values()).containsOnly(2);
    assertThat(all(fits.find(tenant(), 1))).isEqualTo(first);
  }

  @Override
  public TenantId tenant() {
    return new TenantId("demo");
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(Flux.from(work).collectList().block(Duration.ofSeconds(5)));
  }

  @Override
  public FitProfiles profiles() {
    return fits;
  }

  @Override
  public AccountFits fits() {
    return fits;
  }

  @Override
  public void recorded(String account, String industry) {
    fits.companies.put(account, Company.of(industry, null, null, Map.of()));
  }
}
