package io.holdfast.gateway.services;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service may take until its answer begins; the client's own time to send a body counts
 * too.
 *
 * @param calls all but uploads
 * @param uploads files on their way in
 */
@ConfigurationProperties("holdfast.answer-within")
record AnswerTimes(@DefaultValue("30s") Duration calls, @DefaultValue("60m") Duration uploads) {}
