/**
 * Faults of the real parts while a client writes down what it was promised. Its book, the outside
 * ledger, is compared with what is stored, counted and delivered afterwards.
 */
package io.holdfast.systemtests.faults;
