package io.holdfast.notification;

import io.holdfast.notification.appointing.InMemoryPeople;
import io.holdfast.notification.appointing.People;
import io.holdfast.notification.appointing.PeopleContract;
import io.holdfast.notification.delivering.Deliveries;
import io.holdfast.notification.delivering.DeliveriesContract;
import io.holdfast.notification.delivering.InMemoryDeliveries;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.remembering.Accounts;
import io.holdfast.notification.remembering.AccountsAnew;
import io.holdfast.notification.remembering.AccountsAnewContract;
import io.holdfast.notification.remembering.InMemoryAccountsAnew;
import io.holdfast.notification.responding.Alerts;
import io.holdfast.notification.responding.AlertsContract;
import io.holdfast.notification.responding.InMemoryAlerts;
import io.holdfast.notification.responding.InMemoryPlayRuns;
import io.holdfast.notification.responding.InMemoryPlays;
import io.holdfast.notification.responding.InMemorySettlements;
import io.holdfast.notification.responding.PlayRuns;
import io.holdfast.notification.responding.PlayRunsContract;
import io.holdfast.notification.responding.Plays;
import io.holdfast.notification.responding.PlaysContract;
import io.holdfast.notification.responding.Settlements;
import io.holdfast.notification.responding.SettlementsContract;
import io.holdfast.notification.telling.Channels;
import io.holdfast.notification.telling.ChannelsContract;
import io.holdfast.notification.telling.Digests;
import io.holdfast.notification.telling.DigestsContract;
import io.holdfast.notification.telling.Directory;
import io.holdfast.notification.telling.DirectoryContract;
import io.holdfast.notification.telling.InMemoryChannels;
import io.holdfast.notification.telling.InMemoryDigests;
import io.holdfast.notification.telling.InMemoryDirectory;
import io.holdfast.notification.telling.Outbound;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** The fakes face the tests of the real ports. */
class InMemoryPortsTests
    implements AlertsContract,
        PlaysContract,
        PlayRunsContract,
        SettlementsContract,
        DigestsContract,
        ChannelsContract,
        DirectoryContract,
        AccountsAnewContract,
        PeopleContract,
        DeliveriesContract {

  private final TenantId tenant = new TenantId("demo");
  private final InMemoryAlerts alerts = new InMemoryAlerts();
  private final InMemoryPlays plays = new InMemoryPlays();
  private final InMemoryPlayRuns runs = new InMemoryPlayRuns();
  private final InMemorySettlements settlements = new InMemorySettlements();
  private final InMemoryDigests digests = new InMemoryDigests(alerts);
  private final InMemoryChannels channels = new InMemoryChannels();
  private final InMemoryDirectory directory = new InMemoryDirectory();
  private final InMemoryAccountsAnew anew = new InMemoryAccountsAnew(directory);
  private final InMemoryPeople people = new InMemoryPeople();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(channels, Clock.systemUTC());

  @Override
  public <T> T done(Mono<T> work) {
    return work.block();
  }

  @Override
  public Alerts alerts() {
    return alerts;
  }

  @Override
  public Plays plays() {
    return plays;
  }

  @Override
  public PlayRuns runs() {
    return runs;
  }

  @Override
  public Settlements settlements() {
    return settlements;
  }

  @Override
  public Digests digests() {
    return digests;
  }

  @Override
  public TenantId tenantId() {
    return tenant;
  }

  @Override
  public Channels channels() {
    return channels;
  }

  @Override
  public Directory directory() {
    return directory;
  }

  @Override
  public Accounts accounts() {
    return directory;
  }

  @Override
  public AccountsAnew anew() {
    return anew;
  }

  @Override
  public void appointed(Person person) {
    directory.appointed(person);
  }

  @Override
  public People people() {
    return people;
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  @Override
  public Outbound outbound() {
    return deliveries;
  }
}
