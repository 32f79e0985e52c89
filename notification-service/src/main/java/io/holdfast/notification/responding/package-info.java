/** Responds to what happens: opens and closes alerts, and takes plays through their steps. */
@NullMarked
package io.holdfast.notification.responding;

import org.jspecify.annotations.NullMarked;
