import {nothing} from 'lit';
import {directive, Directive, PartType} from 'lit/directive.js';

/**
 * Sets lengths and colours of one element through CSSOM: the content security policy forbids style attributes,
 * and Lit's own styleMap writes one at the first render.
 */
class Placed extends Directive {
  #names = new Set();

  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) {
      throw new Error('placed() goes on an element: <i ${placed({left})}>');
    }
  }

  render() {
    return nothing;
  }

  update(part, [values]) {
    const {style} = part.element;
    for (const name of this.#names) {
      if (!(name in values)) {
        style.removeProperty(name);
        this.#names.delete(name);
      }
    }
    for (const [name, value] of Object.entries(values)) {
      this.#names.add(name);
      style.setProperty(name, value);
    }
    return nothing;
  }
}

export const placed = directive(Placed);
