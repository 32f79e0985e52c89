package io.holdfast.testing.offence.sideways.intake;

import io.holdfast.testing.offence.sideways.persistence.R2dbcHealths;

/** An edge that knows another instead of a port. */
record UsageHandler(R2dbcHealths healths) {}
