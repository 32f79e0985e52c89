/** One trace from the client through the gateway to the services. */
@NullMarked
package io.holdfast.gateway.traces;

import org.jspecify.annotations.NullMarked;
