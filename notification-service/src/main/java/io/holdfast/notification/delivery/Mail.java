package io.holdfast.notification.delivery;

/** A mail as it is kept with its delivery: subject, and the same words as text and as HTML. */
public record Mail(String subject, String text, String html) {}
