/** Puts notices into the form of a channel: mail, Slack blocks, webhook JSON. */
@NullMarked
package io.holdfast.notification.writing;

import org.jspecify.annotations.NullMarked;
