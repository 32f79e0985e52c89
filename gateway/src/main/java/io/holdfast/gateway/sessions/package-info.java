/** Sessions of people's browsers, kept where every gateway finds them. */
@NullMarked
package io.holdfast.gateway.sessions;

import org.jspecify.annotations.NullMarked;
