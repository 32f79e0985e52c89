package io.holdfast.notification;

import io.holdfast.messaging.retention.Expiring;
import io.holdfast.messaging.retention.ExpiringRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What goes of what people were told, once it is older than the tenant keeps things. That there was
 * an alert, its verdict and how its runs ended stays: figures are made of these.
 */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

  @Bean
  Expiring expiringDeliveries(DatabaseClient database) {
    return ExpiringRows.business(
            "deliveries",
            database,
            """
            with old as materialized (
              select tenant_id, delivery_id from delivery
               where created_at < $1 and state <> 'pending' order by created_at limit $2 for update skip locked),
            attempts as (
              delete from delivery_attempt a using old
               where a.tenant_id = old.tenant_id and a.delivery_id = old.delivery_id),
            gone as (
              delete from delivery d using old
               where d.tenant_id = old.tenant_id and d.delivery_id = old.delivery_id
              returning 1)
            select count(*) from gone
            """) // delivery_by_time, delivery_attempt_by_delivery
        .atMost(1_000);
  }

  @Bean
  Expiring expiringSteps(DatabaseClient database) {
    return ExpiringRows.business(
        "steps of runs",
        database,
        """
        with old as materialized (
          select e.tenant_id, e.entry_id from play_run r
            join play_run_entry e on e.tenant_id = r.tenant_id and e.run_id = r.run_id
           where r.ended_at < $1 limit $2 for update of e skip locked),
        gone as (
          delete from play_run_entry e using old where e.tenant_id = old.tenant_id and e.entry_id = old.entry_id
          returning 1)
        select count(*) from gone
        """); // play_run_entry_by_run
  }

  @Bean
  Expiring expiringReasons(DatabaseClient database) {
    return ExpiringRows.business(
        "reasons of alerts",
        database,
        """
        with old as materialized (
          select tenant_id, alert_id from alert
           where state = 'closed' and closed_at < $1 and reasons <> '[]' limit $2 for update skip locked),
        gone as (
          update alert a set reasons = '[]' from old
           where a.tenant_id = old.tenant_id and a.alert_id = old.alert_id
          returning 1)
        select count(*) from gone
        """); // a tenant's alerts, once a day
  }
}
