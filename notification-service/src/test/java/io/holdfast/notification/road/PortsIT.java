package io.holdfast.notification.road;

import io.holdfast.notification.appointing.People;
import io.holdfast.notification.appointing.PeopleContract;
import io.holdfast.notification.delivering.Deliveries;
import io.holdfast.notification.delivering.DeliveriesContract;
import io.holdfast.notification.persistence.R2dbcAccountsAnew;
import io.holdfast.notification.persistence.R2dbcAlerts;
import io.holdfast.notification.persistence.R2dbcChannels;
import io.holdfast.notification.persistence.R2dbcDeliveries;
import io.holdfast.notification.persistence.R2dbcDigests;
import io.holdfast.notification.persistence.R2dbcDirectory;
import io.holdfast.notification.persistence.R2dbcPeople;
import io.holdfast.notification.persistence.R2dbcPlayRuns;
import io.holdfast.notification.persistence.R2dbcPlays;
import io.holdfast.notification.persistence.R2dbcSettlements;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.remembering.Accounts;
import io.holdfast.notification.remembering.AccountsAnew;
import io.holdfast.notification.remembering.AccountsAnewContract;
import io.holdfast.notification.responding.Alerts;
import io.holdfast.notification.responding.AlertsContract;
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
import io.holdfast.notification.telling.Outbound;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** The real ports face the tests of the fakes, each in a tenant of its own. */
class PortsIT extends Road
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

  @Autowired private TenantTransactions transactions;
  @Autowired private R2dbcAlerts alerts;
  @Autowired private R2dbcPlays plays;
  @Autowired private R2dbcPlayRuns runs;
  @Autowired private R2dbcSettlements settlements;
  @Autowired private R2dbcDigests digests;
  @Autowired private R2dbcChannels channels;
  @Autowired private R2dbcDirectory directory;
  @Autowired private R2dbcAccountsAnew anew;
  @Autowired private R2dbcPeople people;
  @Autowired private R2dbcDeliveries deliveries;

  @Override
  public <T> T done(Mono<T> work) {
    return transactions.run(new TenantId(tenant), () -> work).block();
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
    return new TenantId(tenant);
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
    done(people.keep(person));
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
