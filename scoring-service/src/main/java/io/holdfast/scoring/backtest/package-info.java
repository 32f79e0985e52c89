/** How well a scoring model would have told who leaves: measured on the tenant's own history. */
@NullMarked
package io.holdfast.scoring.backtest;

import org.jspecify.annotations.NullMarked;
