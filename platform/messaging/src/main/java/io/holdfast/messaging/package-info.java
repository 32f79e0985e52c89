/**
 * The pipe's promises: what is committed is published, once received is once done, no timer is
 * lost.
 */
@NullMarked
package io.holdfast.messaging;

import org.jspecify.annotations.NullMarked;
