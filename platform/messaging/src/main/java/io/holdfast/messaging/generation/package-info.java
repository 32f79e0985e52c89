/** Under which generation a tenant's messages count as seen. */
@NullMarked
package io.holdfast.messaging.generation;

import org.jspecify.annotations.NullMarked;
