package io.holdfast.testing.offence.framed.rescoring;

import org.springframework.stereotype.Component;

/** A use case that knows Spring. */
@Component
class Rescore {}
