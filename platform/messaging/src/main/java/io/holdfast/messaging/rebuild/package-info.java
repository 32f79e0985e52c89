/** Makes a tenant's projections anew from the archive. */
@NullMarked
package io.holdfast.messaging.rebuild;

import org.jspecify.annotations.NullMarked;
