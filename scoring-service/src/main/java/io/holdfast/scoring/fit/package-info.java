/** Whether a company is one that the tenant wants as a customer: the ideal customer profile. */
@NullMarked
package io.holdfast.scoring.fit;

import org.jspecify.annotations.NullMarked;
