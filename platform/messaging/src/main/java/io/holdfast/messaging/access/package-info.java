/** Keeps the service's copy of what tenants decide about roles and people. */
@NullMarked
package io.holdfast.messaging.access;

import org.jspecify.annotations.NullMarked;
