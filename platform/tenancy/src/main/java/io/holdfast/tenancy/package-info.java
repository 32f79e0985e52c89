/** Who asks, for which tenant, and how a refusal is said. */
@NullMarked
package io.holdfast.tenancy;

import org.jspecify.annotations.NullMarked;
