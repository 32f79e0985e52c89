/** What is wrong with an account right now: at most one open alert of each kind. */
@NullMarked
package io.holdfast.notification.alert;

import org.jspecify.annotations.NullMarked;
