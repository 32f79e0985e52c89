package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.retention.Expiring;
import io.holdfast.ingestion.retention.ExpiringRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What goes of the ids by which repetitions are known, and of what failed. */
@Configuration(proxyBeanMethods = false)
class PayloadExpiry {

  @Bean
  Expiring expiringPayloads(DatabaseClient database) {
    return ExpiringRows.real(
        "ids of payloads",
        database,
        """
        with old as materialized (
          select tenant_id, source_id, message_id from received_payload
           where received_at < $1 limit $2 for update skip locked),
        gone as (
          delete from received_payload p using old
           where p.tenant_id = old.tenant_id and p.source_id = old.source_id and p.message_id = old.message_id
          returning 1)
        select count(*) from gone
        """); // received_payload_age
  }

  /** The broker keeps no message as long as 30 days, so none comes again after them. */
  @Bean
  Expiring expiringMessages(DatabaseClient database) {
    return ExpiringRows.real(
        "ids of messages",
        database,
        """
        with old as materialized (
          select tenant_id, consumer, generation, message_id from inbox
           where received_at < greatest($1, now() - interval '30 days') limit $2 for update skip locked),
        gone as (
          delete from inbox i using old
           where i.tenant_id = old.tenant_id and i.consumer = old.consumer and i.generation = old.generation
             and i.message_id = old.message_id
          returning 1)
        select count(*) from gone
        """); // inbox_age
  }

  @Bean
  Expiring expiringDeadLetters(DatabaseClient database) {
    return ExpiringRows.real(
        "dead letters",
        database,
        """
        with old as materialized (
          select tenant_id, id from dead_letter where failed_at < $1 limit $2 for update skip locked),
        gone as (
          delete from dead_letter d using old where d.tenant_id = old.tenant_id and d.id = old.id
          returning 1)
        select count(*) from gone
        """); // there are few
  }
}
