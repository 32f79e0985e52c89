import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {faultWords} from './fault-words.js';
import {kinds} from './field-kinds.js';

const idOf = (pointer) => `f${pointer.replace(/[^a-z0-9]+/gi, '-')}`;

/**
 * A value of a draft to be edited in its place, with what it is in the model it is compared with; without `editing` the value alone.
 * `within` is the place around it whose faults are mended here too.
 */
export function modelField(editing, {pointer, kind, value, label, was, within}) {
  const {text, suffix} = kinds[kind];
  const shown = text(value);
  if (!editing) {
    return shown ? `${shown}${suffix === '%' ? '%' : suffix && ` ${suffix}`}` : 'none';
  }
  const before = was === undefined ? undefined : text(was);
  const changed = before !== undefined && before !== shown;
  const faulty = [pointer, within].filter((place) => place !== undefined && editing.faultsAt(place).length);
  return html`<span class="edit ${changed ? 'changed' : ''} ${faulty.length ? 'faulty' : ''}"
    >${changed && before ? html`<del><span class="vh">was </span>${before}</del>` : nothing}<input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      data-pointer=${pointer}
      aria-label=${label}
      aria-invalid=${faulty.length ? 'true' : nothing}
      aria-describedby=${faulty.length ? faulty.map(idOf).join(' ') : nothing}
      .value=${live(editing.typedAt(pointer) ?? shown)}
      @input=${(event) => editing.type(pointer, kind, event.target.value)}
      @change=${() => editing.settle(pointer)}
    />${suffix ? html`<span class="suffix">${suffix}</span>` : nothing}</span
  >`;
}

/** What is wrong with a value, below its field. */
export function faultsBelow(editing, pointer) {
  const faults = editing?.faultsAt(pointer) ?? [];
  return faults.length ? html`<p class="fault" id=${idOf(pointer)}>${faults.map(faultWords).join('. ')}</p>` : nothing;
}
