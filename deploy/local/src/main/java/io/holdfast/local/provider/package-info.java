/** The OpenID provider: signs people in and gives out tokens. */
@NullMarked
package io.holdfast.local.provider;

import org.jspecify.annotations.NullMarked;
