/** Remembers what accounts are called and who looks after them, and makes that anew when asked. */
@NullMarked
package io.holdfast.notification.remembering;

import org.jspecify.annotations.NullMarked;
