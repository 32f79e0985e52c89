package io.holdfast.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.Rebuilding;
import io.holdfast.messaging.Timers;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.notification.announcing.OutboxAnnouncements;
import io.holdfast.notification.announcing.OutboxAppointments;
import io.holdfast.notification.appointing.AllowPerson;
import io.holdfast.notification.appointing.AppointPerson;
import io.holdfast.notification.delivering.DeliverMessage;
import io.holdfast.notification.delivering.ResendDelivery;
import io.holdfast.notification.persistence.R2dbcAccountsAnew;
import io.holdfast.notification.persistence.R2dbcAlerts;
import io.holdfast.notification.persistence.R2dbcChannels;
import io.holdfast.notification.persistence.R2dbcDeliveries;
import io.holdfast.notification.persistence.R2dbcDigests;
import io.holdfast.notification.persistence.R2dbcDirectory;
import io.holdfast.notification.persistence.R2dbcMovedAlerts;
import io.holdfast.notification.persistence.R2dbcPeople;
import io.holdfast.notification.persistence.R2dbcPlayRuns;
import io.holdfast.notification.persistence.R2dbcPlays;
import io.holdfast.notification.persistence.R2dbcSettlements;
import io.holdfast.notification.remembering.RebuildAccounts;
import io.holdfast.notification.remembering.RememberAccounts;
import io.holdfast.notification.responding.AdvanceRun;
import io.holdfast.notification.responding.CloseAlert;
import io.holdfast.notification.responding.MergeAlerts;
import io.holdfast.notification.responding.RaiseAlert;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.notification.responding.SendDigest;
import io.holdfast.notification.sending.CheckedAddresses;
import io.holdfast.notification.sending.HttpCalls;
import io.holdfast.notification.sending.OutsideWorld;
import io.holdfast.notification.sending.SmtpMail;
import io.holdfast.notification.telling.TellOfFleet;
import io.holdfast.notification.telling.TellPeople;
import io.holdfast.notification.telling.TestChannel;
import io.holdfast.notification.timing.DeliverTimer;
import io.holdfast.notification.timing.DigestTimer;
import io.holdfast.notification.timing.PlatformRunTimers;
import io.holdfast.notification.timing.PlayStepTimer;
import io.holdfast.notification.timing.SealTimer;
import io.holdfast.notification.writing.WrittenMessages;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.access.AccessRegister;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** Wires the use cases to the edges. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  static final Supplier<UUID> IDS = UuidCreator::getTimeOrderedEpoch;

  @Bean
  OutboxAnnouncements announcements(Outbox outbox) {
    return new OutboxAnnouncements(outbox);
  }

  @Bean
  OutboxAppointments appointments(Outbox outbox, AccessRegister register, Clock businessClock) {
    return new OutboxAppointments(outbox, register, businessClock);
  }

  @Bean
  AllowPerson allowPerson(R2dbcPeople people, OutboxAppointments appointments) {
    return new AllowPerson(people, appointments);
  }

  @Bean
  AppointPerson appointPerson(
      R2dbcPeople people, OutboxAppointments appointments, AllowPerson allow) {
    return new AppointPerson(people, appointments, allow);
  }

  @Bean
  RememberAccounts rememberAccounts(
      R2dbcDirectory inUse, R2dbcAccountsAnew anew, Rebuilding rebuilding) {
    return new RememberAccounts(inUse, anew, rebuilding);
  }

  @Bean
  RebuildAccounts rebuildAccounts(R2dbcAccountsAnew anew) {
    return new RebuildAccounts(anew);
  }

  @Bean
  WrittenMessages messages(JsonMapper json) {
    return new WrittenMessages(json);
  }

  @Bean
  TellPeople tellPeople(
      R2dbcDirectory directory,
      R2dbcChannels channels,
      WrittenMessages messages,
      R2dbcDeliveries deliveries,
      NotificationProperties properties,
      Clock businessClock) {
    return new TellPeople(
        directory, channels, messages, deliveries, properties.console(), businessClock);
  }

  @Bean
  TellOfFleet tellOfFleet(
      R2dbcDirectory directory,
      R2dbcChannels channels,
      WrittenMessages messages,
      R2dbcDeliveries deliveries,
      NotificationProperties properties) {
    return new TellOfFleet(directory, channels, messages, deliveries, properties.console());
  }

  @Bean
  TestChannel testChannel(
      WrittenMessages messages,
      R2dbcDeliveries deliveries,
      NotificationProperties properties,
      Clock businessClock) {
    return new TestChannel(messages, deliveries, properties.console(), businessClock);
  }

  @Bean
  AdvanceRun advanceRun(
      R2dbcPlays plays,
      R2dbcAlerts alerts,
      R2dbcPlayRuns runs,
      TellPeople tell,
      R2dbcDigests digests,
      Timers timers,
      OutboxAnnouncements announcements,
      Clock businessClock) {
    return new AdvanceRun(
        plays,
        alerts,
        runs,
        tell,
        digests,
        new PlatformRunTimers(timers),
        announcements,
        businessClock);
  }

  @Bean
  CloseAlert closeAlert(
      R2dbcAlerts alerts,
      R2dbcSettlements settlements,
      R2dbcPlayRuns runs,
      AdvanceRun advance,
      TellPeople tell,
      OutboxAnnouncements announcements,
      Clock businessClock) {
    return new CloseAlert(alerts, settlements, runs, advance, tell, announcements, businessClock);
  }

  @Bean
  MergeAlerts mergeAlerts(
      R2dbcAlerts alerts,
      R2dbcPlayRuns runs,
      DatabaseClient database,
      AdvanceRun advance,
      OutboxAnnouncements announcements,
      Clock businessClock) {
    return new MergeAlerts(
        alerts, runs, new R2dbcMovedAlerts(database), advance, announcements, businessClock);
  }

  @Bean
  RespondToHappening respondToHappening(
      R2dbcPlays plays,
      R2dbcAlerts alerts,
      R2dbcSettlements settlements,
      R2dbcPlayRuns runs,
      OutboxAnnouncements announcements,
      AdvanceRun advance,
      CloseAlert close,
      Clock businessClock) {
    RaiseAlert raise =
        new RaiseAlert(alerts, settlements, runs, announcements, advance, IDS, businessClock);
    return new RespondToHappening(plays, alerts, raise, close, businessClock);
  }

  @Bean
  CheckedAddresses checkedAddresses(NotificationProperties properties) {
    return new CheckedAddresses(properties.egressPolicy());
  }

  @Bean
  OutsideWorld outsideWorld(
      JavaMailSender sender,
      NotificationProperties properties,
      CheckedAddresses addresses,
      Traceparent traceparent,
      MeterRegistry meters,
      JsonMapper json,
      @Qualifier("realClock") Clock realClock)
      throws AddressException {
    InternetAddress from = new InternetAddress(properties.mailFrom(), true);
    return new OutsideWorld(
        new SmtpMail(sender, from, json, realClock),
        new HttpCalls(addresses, traceparent, realClock),
        meters);
  }

  @Bean
  ResendDelivery resendDelivery(R2dbcDeliveries deliveries, Clock businessClock) {
    return new ResendDelivery(deliveries, businessClock);
  }

  @Bean
  DeliverTimer deliverTimer(
      R2dbcDeliveries deliveries,
      R2dbcChannels channels,
      OutsideWorld world,
      TenantTransactions transactions,
      Clock businessClock,
      @Qualifier("realClock") Clock realClock) {
    return new DeliverTimer(
        new DeliverMessage(deliveries, channels, world, transactions, businessClock, realClock));
  }

  @Bean
  DigestTimer digestTimer(
      R2dbcAlerts alerts,
      R2dbcDigests digests,
      TellPeople tell,
      AdvanceRun advance,
      TenantTransactions transactions) {
    return new DigestTimer(new SendDigest(alerts, digests, tell, advance), transactions);
  }

  @Bean
  SealTimer sealTimer(R2dbcChannels channels) {
    return new SealTimer(channels::sealReadable);
  }

  @Bean
  PlayStepTimer playStepTimer(AdvanceRun advance) {
    return new PlayStepTimer(advance);
  }
}
