package io.holdfast.tenancy.repeating;

import io.holdfast.tenancy.erasing.ErasedPerson;
import io.holdfast.tenancy.erasing.PersonalTraces;
import reactor.core.publisher.Mono;

/** Answers are sealed and expire in a day, so each of them is opened. */
record AnswersOfPerson(Answers answers) implements PersonalTraces {

  @Override
  public String name() {
    return "kept answers";
  }

  @Override
  public Mono<Long> erase(ErasedPerson person) {
    return answers.forget(person::isIn);
  }
}
