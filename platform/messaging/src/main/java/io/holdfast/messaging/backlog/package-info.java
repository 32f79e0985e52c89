/** What a service still has to do, told to whoever watches it. */
@NullMarked
package io.holdfast.messaging.backlog;

import org.jspecify.annotations.NullMarked;
