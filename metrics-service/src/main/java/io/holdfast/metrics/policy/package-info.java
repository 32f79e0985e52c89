/** The definitions by which revenue is counted: named, versioned data. */
@NullMarked
package io.holdfast.metrics.policy;

import org.jspecify.annotations.NullMarked;
