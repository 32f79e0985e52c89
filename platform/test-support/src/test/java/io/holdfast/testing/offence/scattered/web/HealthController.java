package io.holdfast.testing.offence.scattered.web;

import org.springframework.r2dbc.core.DatabaseClient;

/** Asks the database itself. */
record HealthController(DatabaseClient database) {}
