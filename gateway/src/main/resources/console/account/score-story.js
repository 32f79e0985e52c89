import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {dated, day, fixed, percent, plural, signed} from '../core/wording.js';
import {readHealth} from './health-reading.js';

const WORTH_TELLING = 2;

/** The score in two or three sentences; each figure is one of the table below it. */
class ScoreStory extends LitElement {
  static properties = {health: {attribute: false}, before: {attribute: false}};

  static styles = [
    foundation,
    sections,
    css`
      .lead {
        min-height: calc(2 * var(--l-lg));
      }
    `,
  ];

  render() {
    const {health} = this;
    return html`<p class="lead">${health ? this.#tell(health) : nothing}</p>`;
  }

  #tell(health) {
    const reading = readHealth(health, this.before);
    if (!reading) {
      const missing = (health.missing ?? []).length;
      const without = missing ? `, and ${plural(missing, 'signal')} ${missing === 1 ? 'has' : 'have'} none` : '';
      return `Too little is known for a score: signals with data carry ${percent(health.coverage)} of the weight${without}. Unknown is not bad: no alert is raised from it.`;
    }
    const worst = reading.rows
      .filter(({printed}) => printed >= WORTH_TELLING)
      .toSorted((a, b) => b.printed - a.printed)
      .slice(0, 3);
    if (!worst.length) {
      return `No signal takes as much as ${WORTH_TELLING} points. ${reading.change !== null && Math.abs(reading.change) >= 1 ? this.#moved(reading) : ''}`;
    }
    const lost = 100 - reading.printedComputed;
    const sentences = worst.map(
      ({sentence, printed}, index) =>
        html`${trimmed(dated(sentence, health.at))}; ${index ? '' : 'that takes '}${fixed(printed)}
        ${index ? 'points' : `of the ${fixed(lost)} points lost`}. `,
    );
    return html`${reading.override ? overridden(reading.override) : nothing}${sentences}${reading.change !== null && Math.abs(reading.change) >= 1 ? this.#moved(reading) : nothing}`;
  }

  #moved({change, rows, override}) {
    const direction = Math.sign(change);
    const mover = [...rows, ...(override ? [{name: 'Override', change: override.change}] : [])]
      .filter((row) => row.change !== null && Math.sign(row.change) === direction)
      .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
    const most = mover ? `, most by ${mover.name.toLowerCase()} (${signed(mover.change, 1)})` : '';
    return `Since ${day(this.before.at)} the score ${direction < 0 ? 'fell' : 'rose'} by ${fixed(Math.abs(change))} points${most}.`;
  }
}

const overridden = ({by, expiresOn, reason}) => html`Overridden by ${by} until ${day(expiresOn)}: ${trimmed(reason)}. `;

const trimmed = (sentence) => sentence.replace(/[.\s]+$/, '');

customElements.define('score-story', ScoreStory);
