/** Where messages go, and which addresses may never be reached. */
@NullMarked
package io.holdfast.notification.channel;

import org.jspecify.annotations.NullMarked;
