/** Serves the console's files under a strict content security policy. */
@NullMarked
package io.holdfast.gateway.console;

import org.jspecify.annotations.NullMarked;
