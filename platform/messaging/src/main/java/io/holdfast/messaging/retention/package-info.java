/** Lets go of what is older than its tenant keeps things. */
@NullMarked
package io.holdfast.messaging.retention;

import org.jspecify.annotations.NullMarked;
