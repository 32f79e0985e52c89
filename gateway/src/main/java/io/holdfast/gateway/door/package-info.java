/** Who comes in: bearer tokens for partners, sessions for people, and the token that goes along. */
@NullMarked
package io.holdfast.gateway.door;

import org.jspecify.annotations.NullMarked;
