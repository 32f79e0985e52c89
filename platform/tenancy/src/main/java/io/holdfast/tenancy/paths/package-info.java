/** Which addresses a rule is about. */
@NullMarked
package io.holdfast.tenancy.paths;

import org.jspecify.annotations.NullMarked;
