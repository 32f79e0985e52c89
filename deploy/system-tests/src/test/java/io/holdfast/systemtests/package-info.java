/** Journeys through the gateway with real clients, against the platform as the README starts it. */
package io.holdfast.systemtests;
