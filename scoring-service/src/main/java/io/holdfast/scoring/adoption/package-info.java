/** Adoption of the vendor's product by an account: which part of it lost whom, and since when. */
@NullMarked
package io.holdfast.scoring.adoption;

import org.jspecify.annotations.NullMarked;
