/** What an account has had of the vendor's product over a period, as it can be shown to it. */
@NullMarked
package io.holdfast.scoring.value;

import org.jspecify.annotations.NullMarked;
