/** Keeps the tenant's people and says in which role they work with its accounts. */
@NullMarked
package io.holdfast.notification.appointing;

import org.jspecify.annotations.NullMarked;
