package io.holdfast.testing.offence.cycle.b;

import io.holdfast.testing.offence.cycle.a.A;

public record B(A other) {}
