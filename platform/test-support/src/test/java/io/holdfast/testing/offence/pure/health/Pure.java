package io.holdfast.testing.offence.pure.health;

record Pure(int score) {}
