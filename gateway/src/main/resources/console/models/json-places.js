import {pointerOf, stepsOf} from './pointers.js';

const SPACE = /[\s]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const OTHER = /[^\s,\]}]+/y;

/** Where each value of a sound JSON text begins: pointer → offset. */
export function jsonPlaces(text) {
  const places = new Map();
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [''];
    at += found.length;
    return found;
  };
  const isAt = (sign) => {
    take(SPACE);
    return text[at] === sign;
  };
  const value = (pointer) => {
    take(SPACE);
    places.set(pointer, at);
    const [open] = text.slice(at, at + 1);
    if (open !== '{' && open !== '[') {
      take(open === '"' ? STRING : OTHER);
      return;
    }
    at += 1;
    const close = open === '{' ? '}' : ']';
    for (let index = 0; at < text.length && !isAt(close); index++) {
      const step = open === '{' ? JSON.parse(take(STRING)) : index;
      if (open === '{') {
        take(SPACE);
        at += 1; // the colon
      }
      value(pointer + pointerOf(step));
      at += isAt(',') ? 1 : 0;
    }
    at += 1;
  };
  value('');
  return places;
}

/** The line, from 1, on which a place of the text stands, or what is nearest around it. */
export function lineOf(text, places, pointer) {
  const steps = stepsOf(pointer);
  while (steps.length && !places.has(pointerOf(...steps))) {
    steps.pop();
  }
  return text.slice(0, places.get(pointerOf(...steps)) ?? 0).split('\n').length;
}
