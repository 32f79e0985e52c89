/** Which addresses a rule is about. */
@NullMarked
package io.holdfast.gateway.paths;

import org.jspecify.annotations.NullMarked;
