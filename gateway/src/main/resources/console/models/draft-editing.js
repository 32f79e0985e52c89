import {api, modelPath} from '../core/api.js';
import {person} from '../core/wording.js';
import {kinds} from './field-kinds.js';
import {jsonText} from './json-text.js';
import {keptEdits} from './kept-edits.js';
import {covers, withValueAt} from './pointers.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** The points of a curve, and the bands, must be in order. */
const groupOf = (pointer) => /^(\/bands|.*\/curve(?:\/points)?)\//.exec(pointer)?.[1] ?? pointer;
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * A draft in the making: what is saved, what was changed since, what the platform found wrong with it, and whether somebody
 * else saved it meanwhile. Places are pointers into the document.
 */
export class DraftEditing {
  #changed;
  #tag;
  #saved;
  #faults = [];
  #refusedToSave = false;
  #typed = new Map();
  #text = null;

  /** As it was saved last. */
  item;
  document;
  /** Why the JSON as typed cannot be read. */
  unreadable = '';
  /** The draft as somebody else saved it: {item, tag}. */
  overtaken = null;
  /** Why the last request was refused, beyond faults. */
  refusal = '';
  busy = false;

  /** `changed()` is called whenever there is something else to show. */
  constructor({item, tag}, changed) {
    this.#changed = changed;
    this.#take(item, tag);
    const kept = keptEdits.of(item.id);
    if (kept && !same(kept.document, item.model)) {
      this.document = kept.document;
      this.overtaken = kept.tag === tag ? null : {item, tag};
      this.#tag = kept.tag;
    }
  }

  /** The draft as the platform has it now. */
  hear({item, tag}) {
    const isOld = Date.parse(item.changedAt) < Date.parse(this.item.changedAt);
    if (isOld || tag === this.#tag || tag === this.overtaken?.tag || this.busy) {
      return;
    }
    if (this.dirty) {
      this.overtaken = {item, tag};
    } else {
      this.#take(item, tag);
    }
  }

  get dirty() {
    return Boolean(this.unreadable) || this.#misread().length > 0 || !same(this.document, this.#saved);
  }

  get id() {
    return this.item.id;
  }

  /** The document as JSON: as it was typed, else as it is. */
  get text() {
    return this.#text ?? jsonText(this.document);
  }

  /** Everything that is wrong, first what the fields cannot be read as. */
  get faults() {
    return [...this.#misread(), ...this.#faults];
  }

  /** What kept it from being saved when that was tried, as far as it is not mended. */
  get toMend() {
    return this.#refusedToSave ? this.faults : [];
  }

  faultsAt(pointer) {
    return this.faults.filter((fault) => fault.pointer === pointer);
  }

  /** At a place and below it. */
  faultsIn(pointer) {
    return this.faults.filter((fault) => covers(pointer, fault.pointer));
  }

  typedAt(pointer) {
    return this.#typed.get(pointer)?.text;
  }

  /** A field was typed into. */
  type(pointer, kind, text) {
    this.#typed.set(pointer, {text, kind});
    const value = kinds[kind].read(text);
    if (value !== null) {
      this.document = withValueAt(this.document, pointer, value);
    }
    this.#edited(pointer);
  }

  /** A field was left: what it says is written as it was read. */
  settle(pointer) {
    const typed = this.#typed.get(pointer);
    if (typed && kinds[typed.kind].read(typed.text) !== null) {
      this.#typed.delete(pointer);
      this.#changed();
    }
  }

  /** Another value stands there. */
  put(pointer, value) {
    this.document = withValueAt(this.document, pointer, value);
    this.#forgetTyped(pointer);
    this.#edited(pointer);
  }

  /** The whole was typed as JSON. */
  typeJson(text) {
    this.#text = text;
    this.#typed.clear();
    this.unreadable = '';
    try {
      const document = JSON.parse(text);
      if (isObject(document)) {
        this.document = document;
      } else {
        this.unreadable = 'A model is an object: { … }';
      }
    } catch (error) {
      this.unreadable = error.message;
    }
    this.#faults = [];
    this.#keep();
  }

  /** As it was saved last. */
  revert() {
    const undone = this.document;
    this.#reset();
    this.#keep();
    return () => {
      this.document = undone;
      this.#keep();
    };
  }

  /** What somebody else saved, in place of the edits. */
  takeTheirs() {
    const {item, tag} = this.overtaken;
    this.#take(item, tag);
    this.#keep();
  }

  /** The edits, in place of what somebody else saved. */
  keepMine() {
    const {item, tag} = this.overtaken;
    this.item = item;
    this.#tag = tag;
    this.#saved = item.model;
    this.overtaken = null;
    this.#keep();
  }

  /** Answers whether it was saved; if not, why is told here. */
  async save() {
    if (this.busy || this.unreadable || this.#misread().length) {
      this.#refusedToSave = !this.busy;
      this.#changed();
      return false;
    }
    const document = this.document;
    return this.#ask(async () => {
      const {value, tag} = await api.putTagged(modelPath(this.id), {model: document}, this.#tag);
      const meanwhile = this.document;
      this.#take(value, tag);
      if (meanwhile !== document) {
        this.document = meanwhile;
      }
    });
  }

  async publish(reason) {
    let published;
    await this.#ask(async () => {
      published = await api.post(modelPath(this.id, '/publish'), {reason}, {ifMatch: this.#tag});
      keptEdits.forget(this.id);
    });
    return published;
  }

  discard() {
    return this.#ask(async () => {
      await api.remove(modelPath(this.id), {ifMatch: this.#tag});
      keptEdits.forget(this.id);
    });
  }

  async #ask(request) {
    this.busy = true;
    this.refusal = '';
    this.#refusedToSave = false;
    this.#changed();
    try {
      await request();
      return true;
    } catch (error) {
      await this.#refused(error);
      return false;
    } finally {
      this.busy = false;
      this.#keep();
    }
  }

  async #refused(error) {
    if (error.status === 422 && error.problem?.errors) {
      this.#faults = error.problem.errors;
      this.#refusedToSave = true;
      return;
    }
    if (error.status === 412) {
      const theirs = await api.getTagged(modelPath(this.id)).catch(() => null);
      if (theirs) {
        this.#overtake({item: theirs.value, tag: theirs.tag});
        return;
      }
    }
    this.refusal = error.status === 404 ? 'The draft is gone: somebody published or discarded it.' : error.message;
  }

  /** Without edits of one's own it is shown as it is now, to be looked at again. */
  #overtake({item, tag}) {
    if (this.dirty) {
      this.overtaken = {item, tag};
    } else {
      this.#take(item, tag);
      this.refusal = `${person(item.changedBy)} saved the draft meanwhile. It is shown as it is now; look at it again.`;
    }
  }

  #take(item, tag) {
    this.item = item;
    this.#saved = item.model;
    this.#tag = tag;
    this.overtaken = null;
    this.#reset();
  }

  #reset() {
    this.document = this.#saved;
    this.#typed.clear();
    this.#text = null;
    this.#faults = [];
    this.#refusedToSave = false;
    this.unreadable = '';
  }

  /** A place was edited: what was wrong around it, in it, or in what it must fit together with, may be right now. */
  #edited(pointer) {
    const group = groupOf(pointer);
    this.#text = null;
    this.#faults = this.#faults.filter((fault) => !covers(fault.pointer, pointer) && !covers(group, fault.pointer));
    this.#keep();
  }

  #forgetTyped(pointer) {
    for (const place of this.#typed.keys()) {
      if (covers(pointer, place)) {
        this.#typed.delete(place);
      }
    }
  }

  /** Fields that say nothing a model could hold. */
  #misread() {
    return [...this.#typed]
      .filter(([, {text, kind}]) => kinds[kind].read(text) === null)
      .map(([pointer, {kind}]) => ({pointer, code: 'misread', detail: kinds[kind].wrong}));
  }

  #keep() {
    if (same(this.document, this.#saved)) {
      keptEdits.forget(this.id);
    } else {
      keptEdits.keep(this.id, this.document, this.#tag);
    }
    this.#changed();
  }
}
