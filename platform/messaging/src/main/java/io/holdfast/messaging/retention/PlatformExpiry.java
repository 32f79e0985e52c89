package io.holdfast.messaging.retention;

import org.springframework.r2dbc.core.DatabaseClient;

/** What every service lets go of: what only served its messages. */
final class PlatformExpiry {

  private PlatformExpiry() {}

  /**
   * The broker keeps no message as long as 30 days, so none comes again after them; and none is
   * looked for under a generation that is over.
   *
   * @param first the generation under which those consumers count for ever that are not rebuilt:
   *     never over
   */
  static Expiring inbox(DatabaseClient database, int first) {
    return ExpiringRows.real(
        "ids of messages",
        database,
        """
        with old as materialized (
          select i.tenant_id, i.consumer, i.generation, i.message_id from inbox i
           where i.received_at < greatest($1, now() - interval '30 days')
              or (i.generation <> %d and i.generation < (select g.generation from generation g))
           limit $2 for update of i skip locked),
        gone as (
          delete from inbox i using old
           where i.tenant_id = old.tenant_id and i.consumer = old.consumer and i.generation = old.generation
             and i.message_id = old.message_id
          returning 1)
        select count(*) from gone
        """
            .formatted(first)); // inbox_age, generation_pkey
  }

  /**
   * What was dealt with is looked at for a while; what waits, as long as the tenant keeps things.
   */
  static Expiring letters(DatabaseClient database) {
    return ExpiringRows.real(
            "dead letters",
            database,
            """
            with old as materialized (
              select tenant_id, id from dead_letter
               where failed_at < $1 or closed_at < greatest($1, now() - interval '90 days')
               limit $2 for update skip locked),
            gone as (
              delete from dead_letter d using old where d.tenant_id = old.tenant_id and d.id = old.id
              returning 1)
            select count(*) from gone
            """) // there are few
        .atMost(500);
  }
}
