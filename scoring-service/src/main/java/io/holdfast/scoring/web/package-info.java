/** The HTTP interface of scoring. */
@NullMarked
package io.holdfast.scoring.web;

import org.jspecify.annotations.NullMarked;
