package io.holdfast.notification;

import io.holdfast.notification.persistence.MailToPerson;
import io.holdfast.tenancy.erasing.PersonalTraces;
import io.holdfast.tenancy.erasing.RedactedTexts;
import io.holdfast.tenancy.erasing.RedactedTexts.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;

/** Where the name of somebody may stand who is erased: in what was written, and what came of it. */
@Configuration(proxyBeanMethods = false)
class ErasingConfiguration {

  @Bean
  @Order(1)
  PersonalTraces deliveriesOfPerson(DatabaseClient database) {
    return RedactedTexts.of(
        "deliveries",
        database,
        "delivery",
        new Column("delivery_id", "uuid"),
        Column.text("address"),
        Column.text("content"));
  }

  @Bean
  @Order(2)
  PersonalTraces mailToPerson(DatabaseClient database) {
    return new MailToPerson(database);
  }

  @Bean
  PersonalTraces attemptsOfPerson(DatabaseClient database) {
    return RedactedTexts.of(
        "attempts",
        database,
        "delivery_attempt",
        new Column("attempt_id", "bigint"),
        Column.text("detail"));
  }

  @Bean
  PersonalTraces runsOfPerson(DatabaseClient database) {
    return RedactedTexts.of(
        "steps of runs",
        database,
        "play_run_entry",
        new Column("entry_id", "bigint"),
        Column.text("detail"));
  }

  @Bean
  PersonalTraces alertsOfPerson(DatabaseClient database) {
    return RedactedTexts.of(
        "alerts",
        database,
        "alert",
        new Column("alert_id", "uuid"),
        Column.text("title"),
        new Column("reasons", "jsonb"));
  }
}
