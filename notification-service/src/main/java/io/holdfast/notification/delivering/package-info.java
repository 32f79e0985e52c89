/** Delivers messages and keeps trying. */
@NullMarked
package io.holdfast.notification.delivering;

import org.jspecify.annotations.NullMarked;
