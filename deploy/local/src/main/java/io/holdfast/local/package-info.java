/** Runs the whole platform on one machine for trying, developing and testing. */
@NullMarked
package io.holdfast.local;

import org.jspecify.annotations.NullMarked;
