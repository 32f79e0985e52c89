package io.holdfast.testing.offence.cycle.a;

import io.holdfast.testing.offence.cycle.b.B;

public record A(B other) {}
