/** Messages of other services, and how they enter the account picture. */
@NullMarked
package io.holdfast.scoring.intake;

import org.jspecify.annotations.NullMarked;
