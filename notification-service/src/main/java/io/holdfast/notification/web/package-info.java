/** HTTP: alerts, plays, channels, deliveries, people. */
@NullMarked
package io.holdfast.notification.web;

import org.jspecify.annotations.NullMarked;
