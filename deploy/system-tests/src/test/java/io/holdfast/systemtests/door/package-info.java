/** Every route of the published documents, tried with every credential that must not open it. */
package io.holdfast.systemtests.door;
