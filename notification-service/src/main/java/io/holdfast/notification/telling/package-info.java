/** Tells people: decides who hears of an alert, at once or in a digest. */
@NullMarked
package io.holdfast.notification.telling;

import org.jspecify.annotations.NullMarked;
