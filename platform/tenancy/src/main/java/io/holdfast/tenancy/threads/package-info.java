/** Threads, of services and the gateway, that carry nothing of the requests they work on. */
@NullMarked
package io.holdfast.tenancy.threads;

import org.jspecify.annotations.NullMarked;
