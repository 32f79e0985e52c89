package io.holdfast.notification;

import io.holdfast.messaging.Timers;
import io.holdfast.notification.persistence.ChannelRows;
import io.holdfast.notification.persistence.R2dbcAccountsAnew;
import io.holdfast.notification.persistence.R2dbcAlertList;
import io.holdfast.notification.persistence.R2dbcAlerts;
import io.holdfast.notification.persistence.R2dbcChannels;
import io.holdfast.notification.persistence.R2dbcDeliveries;
import io.holdfast.notification.persistence.R2dbcDeliveryList;
import io.holdfast.notification.persistence.R2dbcDigests;
import io.holdfast.notification.persistence.R2dbcDirectory;
import io.holdfast.notification.persistence.R2dbcPeople;
import io.holdfast.notification.persistence.R2dbcPlayRunList;
import io.holdfast.notification.persistence.R2dbcPlayRuns;
import io.holdfast.notification.persistence.R2dbcPlays;
import io.holdfast.notification.persistence.R2dbcSettlements;
import io.holdfast.tenancy.sealing.Seal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** Wires the ports to PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {

  @Bean
  R2dbcAlerts alerts(DatabaseClient database, JsonMapper json) {
    return new R2dbcAlerts(database, json);
  }

  @Bean
  R2dbcAlertList alertList(DatabaseClient database, JsonMapper json) {
    return new R2dbcAlertList(database, json);
  }

  @Bean
  R2dbcSettlements settlements(DatabaseClient database) {
    return new R2dbcSettlements(database);
  }

  @Bean
  R2dbcPlays plays(DatabaseClient database, JsonMapper json) {
    return new R2dbcPlays(database, json, ShippedPlays.read());
  }

  @Bean
  R2dbcPlayRuns playRuns(DatabaseClient database) {
    return new R2dbcPlayRuns(database);
  }

  @Bean
  R2dbcPlayRunList playRunList(DatabaseClient database) {
    return new R2dbcPlayRunList(database);
  }

  @Bean
  R2dbcPeople people(DatabaseClient database) {
    return new R2dbcPeople(database);
  }

  @Bean
  R2dbcDirectory directory(DatabaseClient database, R2dbcPeople people) {
    return new R2dbcDirectory(database, people);
  }

  @Bean
  R2dbcAccountsAnew accountsAnew(DatabaseClient database) {
    return new R2dbcAccountsAnew(database);
  }

  @Bean
  ChannelRows channelRows(NotificationProperties properties) {
    return new ChannelRows(new Seal("holdfast channel secrets", properties.secretKeys()));
  }

  @Bean
  R2dbcChannels channels(DatabaseClient database, ChannelRows rows) {
    return new R2dbcChannels(database, rows);
  }

  @Bean
  R2dbcDeliveries deliveries(
      DatabaseClient database, ChannelRows rows, Timers timers, Clock businessClock) {
    return new R2dbcDeliveries(
        database, rows, timers, NotificationConfiguration.IDS, businessClock);
  }

  @Bean
  R2dbcDeliveryList deliveryList(DatabaseClient database) {
    return new R2dbcDeliveryList(database);
  }

  @Bean
  R2dbcDigests digests(
      DatabaseClient database,
      Timers timers,
      NotificationProperties properties,
      Clock businessClock,
      JsonMapper json) {
    return new R2dbcDigests(database, timers, properties.digestPolicy(), businessClock, json);
  }
}
