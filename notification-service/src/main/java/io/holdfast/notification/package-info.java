/** Tells the right person at once, by plays kept as rows, and proves that the message arrived. */
@NullMarked
package io.holdfast.notification;

import org.jspecify.annotations.NullMarked;
