package io.holdfast.testing.offence.reaching.rescoring;

import io.holdfast.testing.offence.reaching.web.HealthView;

/** A use case that knows an edge. */
record Rescore(HealthView view) {}
