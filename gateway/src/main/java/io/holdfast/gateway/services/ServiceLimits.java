package io.holdfast.gateway.services;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a service is given at once by this gateway.
 *
 * @param calls all but uploads
 * @param uploads files on their way in
 */
@ConfigurationProperties("holdfast.in-flight")
record ServiceLimits(@DefaultValue("1000") int calls, @DefaultValue("50") int uploads) {}
