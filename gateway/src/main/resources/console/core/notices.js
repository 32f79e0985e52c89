/** What is said once to the person: toasts with an undo, and sentences for screen readers. */
class Notices extends EventTarget {
  /** `undo` is offered for ten seconds. */
  toast(text, {undo} = {}) {
    this.dispatchEvent(new CustomEvent('toast', {detail: {text, undo}}));
  }

  say(text) {
    this.dispatchEvent(new CustomEvent('say', {detail: text}));
  }
}

export const notices = new Notices();
