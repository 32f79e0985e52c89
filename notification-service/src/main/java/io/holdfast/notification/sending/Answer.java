package io.holdfast.notification.sending;

/**
 * What a receiver answered.
 *
 * @param retryAfter the header as it came, empty if none
 * @param body its beginning
 */
record Answer(int status, String retryAfter, String body) {}
