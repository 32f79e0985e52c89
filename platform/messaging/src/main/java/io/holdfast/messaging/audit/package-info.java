/**
 * Who changed, saw or was refused what: told through the outbox, in the transaction of the deed.
 */
@NullMarked
package io.holdfast.messaging.audit;

import org.jspecify.annotations.NullMarked;
