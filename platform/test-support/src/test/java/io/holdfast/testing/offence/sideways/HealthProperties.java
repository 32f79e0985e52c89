package io.holdfast.testing.offence.sideways;

import io.holdfast.testing.offence.sideways.persistence.R2dbcHealths;

/** Joins parts without being a configuration. */
record HealthProperties(R2dbcHealths healths) {}
