/**
 * Larkfield, the demo vendor: its customers, and what each of them did in eighteen months. Pure and
 * seeded; it knows how companies behave and nothing of how they are judged.
 */
@NullMarked
package io.holdfast.local.demo.larkfield;

import org.jspecify.annotations.NullMarked;
