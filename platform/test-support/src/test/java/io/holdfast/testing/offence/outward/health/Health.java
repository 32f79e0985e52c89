package io.holdfast.testing.offence.outward.health;

import io.holdfast.testing.offence.outward.rescoring.Rescore;

/** A domain that knows a use case. */
record Health(Rescore rescore) {}
