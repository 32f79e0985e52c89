import {bandOrder, bandWords, words} from '../core/wording.js';

/** The band filter's word for accounts that left. */
export const CHURNED = 'churned';

/** Where accounts are on their way, and what they ask for, in the API's words. */
export const stages = ['onboarding', 'adoption', 'maturity', 'expansion'];
export const segments = ['protect', 'grow', 'nurture', 'monitor'];
export const fits = ['good', 'fair', 'bad', 'unknown'];

const signs = {
  ready: {word: 'Expansion ready', asked: {expansion: 'ready'}},
  exposed: {word: 'Competitor risk', asked: {competitor: 'exposed'}},
  sighted: {word: 'Competitor seen', asked: {competitor: 'sighted'}},
  single: {word: 'Single-threaded', asked: {singleThreaded: true}},
};

/** The choices of the list of accounts: name in the address, word, values, and the word of each. */
export const choices = [
  {name: 'band', word: 'Band', values: [...bandOrder, CHURNED], called: (key) => bandWords[key] ?? 'Churned'},
  {name: 'segment', word: 'Segment', values: segments, called: words},
  {name: 'stage', word: 'Stage', values: stages, called: words},
  {name: 'fit', word: 'Fit', values: fits, called: words},
  {name: 'sign', word: 'Sign', values: Object.keys(signs), called: (key) => signs[key].word},
];

const names = [...choices.map(({name}) => name), 'owner', 'q'];

/** What an address asks for. */
export const asked = (query = {}) => Object.fromEntries(names.filter((name) => query[name]).map((name) => [name, query[name]]));
export const isAsked = (query) => Object.keys(asked(query)).length > 0;

/** Takes every filter back. */
export const nothingAsked = Object.fromEntries(names.map((name) => [name, '']));

/** The same as the API takes it; who left has no band. */
export function inWordsOfTheApi({band, sign, ...others}) {
  return {
    ...others,
    ...signs[sign]?.asked,
    churned: band === CHURNED,
    ...(band && band !== CHURNED && {band}),
  };
}
