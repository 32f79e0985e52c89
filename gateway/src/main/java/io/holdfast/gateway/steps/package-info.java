/** What every request goes through and every answer gets, whoever it is for. */
@NullMarked
package io.holdfast.gateway.steps;

import org.jspecify.annotations.NullMarked;
