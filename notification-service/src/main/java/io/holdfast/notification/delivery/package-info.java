/** One message to one place: when it is tried again, when it is given up, how it is signed. */
@NullMarked
package io.holdfast.notification.delivery;

import org.jspecify.annotations.NullMarked;
