/** Which service answers which path, and what a request may carry there. */
@NullMarked
package io.holdfast.gateway.routes;

import org.jspecify.annotations.NullMarked;
