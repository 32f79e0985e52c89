const EVERY = 2000;

/** Asks an answer again every two seconds as long as something in it is not done; stops when its host leaves. */
export class WhileOpen {
  #isOpen;
  #answer;
  #timer;

  constructor(host, answer, isOpen) {
    this.#answer = answer;
    this.#isOpen = isOpen;
    host.addController(this);
  }

  hostUpdated() {
    clearTimeout(this.#timer);
    const {value} = this.#answer;
    if (value !== undefined && this.#isOpen(value)) {
      this.#timer = setTimeout(() => this.#answer.again(), EVERY);
    }
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }
}
