/** Starting, recognising, watching and stopping processes. */
@NullMarked
package io.holdfast.local.process;

import org.jspecify.annotations.NullMarked;
