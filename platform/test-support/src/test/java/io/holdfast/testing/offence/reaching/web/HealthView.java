package io.holdfast.testing.offence.reaching.web;

public record HealthView() {}
