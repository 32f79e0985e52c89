package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class InMemoryPortsTests
    implements AccountsContract,
        StandingsContract,
        JourneysContract,
        AccountPicturesContract,
        DeferralsContract,
        RulebookContract,
        MovedPicturesContract,
        FleetContract {

  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryStandings standings = new InMemoryStandings(accounts);
  private final InMemoryJourneys journeys = new InMemoryJourneys();
  private final InMemoryAccountPictures pictures = new InMemoryAccountPictures();
  private final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  private final InMemoryRulebook rulebook = new InMemoryRulebook();
  private final InMemoryFleet fleet = new InMemoryFleet(pictures, rulebook);

  @Override
  public TenantId tenant() {
    return InMemoryScoring.DEMO;
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(Flux.from(work).collectList().block());
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Standings standings() {
    return standings;
  }

  @Override
  public Journeys journeys() {
    return journeys;
  }

  @Override
  public AccountPictures pictures() {
    return pictures;
  }

  @Override
  public Deferrals deferrals() {
    return deferrals;
  }

  @Override
  public Rulebook rulebook() {
    return rulebook;
  }

  @Override
  public MovedPictures moved() {
    return new InMemoryMovedPictures(accounts, standings, pictures, deferrals);
  }

  @Override
  public Fleet fleet() {
    return fleet;
  }
}
