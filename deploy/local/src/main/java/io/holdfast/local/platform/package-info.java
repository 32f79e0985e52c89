/** All parts together: what they are, in which order they start, when they are ready. */
@NullMarked
package io.holdfast.local.platform;

import org.jspecify.annotations.NullMarked;
