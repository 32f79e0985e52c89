/** Calls the outside world: SMTP and HTTP, only to addresses that may be called. */
@NullMarked
package io.holdfast.notification.sending;

import org.jspecify.annotations.NullMarked;
