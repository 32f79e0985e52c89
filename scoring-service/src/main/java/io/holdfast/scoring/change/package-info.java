/** What made a score another one: an exact sum over signals, missing data, model and knowledge. */
@NullMarked
package io.holdfast.scoring.change;

import org.jspecify.annotations.NullMarked;
