package io.holdfast.metrics;

import io.holdfast.messaging.Intake;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.Rebuilding;
import io.holdfast.messaging.Timers;
import io.holdfast.metrics.announcing.OutboxAnnouncements;
import io.holdfast.metrics.booking.BookAccounts;
import io.holdfast.metrics.booking.ClosePeriod;
import io.holdfast.metrics.booking.MergeBooks;
import io.holdfast.metrics.booking.RebuildFacts;
import io.holdfast.metrics.booking.TenantSettings;
import io.holdfast.metrics.intake.FactsHandler;
import io.holdfast.metrics.intake.TenantsHandler;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.persistence.R2dbcBooks;
import io.holdfast.metrics.persistence.R2dbcClosings;
import io.holdfast.metrics.persistence.R2dbcFacts;
import io.holdfast.metrics.persistence.R2dbcHistories;
import io.holdfast.metrics.persistence.R2dbcLedgers;
import io.holdfast.metrics.persistence.R2dbcMovementLists;
import io.holdfast.metrics.persistence.R2dbcPlannedLooks;
import io.holdfast.metrics.persistence.R2dbcTold;
import io.holdfast.metrics.policy.MetricPolicy;
import io.holdfast.metrics.reporting.MovementLists;
import io.holdfast.metrics.reporting.OpenBooks;
import io.holdfast.metrics.reporting.ReadSubscriptions;
import io.holdfast.metrics.timing.BookTimer;
import io.holdfast.metrics.timing.TimerAgenda;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;

/** Joins the use cases to the world. */
@Configuration
class MetricsConfiguration {

  private static final TenantSettings UNHEARD =
      new TenantSettings(new CurrencyCode("USD"), ZoneOffset.UTC);

  @Bean
  MetricPolicy metricPolicy(@Value("${holdfast.metrics.policy}") Resource preset) {
    return PolicyFile.read(preset);
  }

  @Bean
  R2dbcFacts factStore(DatabaseClient database) {
    return new R2dbcFacts(database);
  }

  @Bean
  R2dbcHistories histories(DatabaseClient database) {
    return new R2dbcHistories(database, UNHEARD);
  }

  @Bean
  BookAccounts bookAccounts(
      DatabaseClient database,
      R2dbcHistories histories,
      R2dbcClosings closings,
      Outbox outbox,
      Timers timers,
      Rebuilding rebuilding,
      MetricPolicy policy,
      Clock clock) {
    return new BookAccounts(
        histories,
        new R2dbcLedgers(database),
        closings,
        new OutboxAnnouncements(new R2dbcTold(database), outbox),
        new TimerAgenda(new R2dbcPlannedLooks(database), timers),
        rebuilding,
        policy,
        clock);
  }

  @Bean
  BookTimer bookTimer(TenantTransactions tenants, BookAccounts booking) {
    return new BookTimer(tenants, booking);
  }

  @Bean
  Consumer<Message<List<byte[]>>> facts(Intake intake, R2dbcFacts facts, BookAccounts booking) {
    return intake.consumer("facts", new FactsHandler(facts, booking));
  }

  @Bean
  RebuildFacts rebuildFacts(R2dbcFacts facts, BookAccounts booking) {
    return new RebuildFacts(facts, booking);
  }

  @Bean
  MergeBooks mergeBooks(R2dbcFacts facts, BookAccounts booking) {
    return new MergeBooks(facts, booking);
  }

  @Bean
  Consumer<Message<List<byte[]>>> rebuild(Intake intake) {
    return intake.rebuild();
  }

  @Bean
  Consumer<Message<List<byte[]>>> tenants(
      Intake intake, R2dbcHistories settings, R2dbcFacts facts, BookAccounts booking) {
    return intake.consumer("tenants", new TenantsHandler(settings, facts, booking));
  }

  @Bean
  OpenBooks openBooks(
      DatabaseClient database,
      R2dbcHistories histories,
      R2dbcFacts facts,
      R2dbcClosings closings,
      MetricPolicy policy,
      Clock clock) {
    return new OpenBooks(histories, facts, closings, new R2dbcBooks(database), policy, clock);
  }

  @Bean
  R2dbcClosings closings(DatabaseClient database) {
    return new R2dbcClosings(database);
  }

  @Bean
  ClosePeriod closePeriod(
      DatabaseClient database, R2dbcHistories histories, R2dbcClosings closings, Clock clock) {
    return new ClosePeriod(histories, new R2dbcLedgers(database), closings, clock);
  }

  @Bean
  ReadSubscriptions readSubscriptions(R2dbcHistories histories, MetricPolicy policy, Clock clock) {
    return new ReadSubscriptions(histories, policy, clock);
  }

  @Bean
  MovementLists movementLists(DatabaseClient database) {
    return new R2dbcMovementLists(database);
  }
}
