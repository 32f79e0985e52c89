/** {@code ETag} and {@code If-Match}: nobody overwrites what they have not seen. */
@NullMarked
package io.holdfast.tenancy.editing;

import org.jspecify.annotations.NullMarked;
