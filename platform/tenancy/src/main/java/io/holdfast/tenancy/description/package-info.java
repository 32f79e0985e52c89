/** What every route's description says the same way: the scope it needs and how it refuses. */
@NullMarked
package io.holdfast.tenancy.description;

import org.jspecify.annotations.NullMarked;
