/** What scoring tells the other services. */
@NullMarked
package io.holdfast.scoring.announcing;

import org.jspecify.annotations.NullMarked;
