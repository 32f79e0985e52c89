/** Revenue over HTTP. */
@NullMarked
package io.holdfast.metrics.web;

import org.jspecify.annotations.NullMarked;
