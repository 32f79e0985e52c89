import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {dated, day, words} from '../core/wording.js';
import {sideStyle} from './side-style.js';

const expansionWords = {ready: 'Ready', not_yet: 'Not yet', unknown: 'Not known'};
const competitorWords = {sighted: 'Sighted', exposed: 'Exposed'};

/** Where the account is on its way: segment, stage, milestones, readiness for more, competitors. */
class AccountJourney extends LitElement {
  static properties = {accountId: {}, asOf: {}};

  static styles = [
    foundation,
    sections,
    sideStyle,
    css`
      .list small.bad {
        color: var(--ink);
      }
    `,
  ];

  journey = new Answer(this, {
    key: () => [this.accountId, this.asOf],
    scope: 'health:read',
    ask: (signal) => api.get(accountPath(this.accountId, '/journey'), {asOf: this.asOf}, signal),
    live: () => !this.asOf,
    every: 6,
  });

  render() {
    const journey = this.journey.value;
    return html`<section class="side" aria-labelledby="title">
      <header>
        <h2 id="title">Journey</h2>
        <p>${journey && journey.day !== null && journey.day !== undefined ? `Day ${journey.day}` : nothing}</p>
      </header>
      ${bodyOf(this.journey, 'The journey', (found) => this.#list(found), {rows: 5, scope: 'health:read'})}
    </section>`;
  }

  #list({stage, segment, milestones, day90Score, expansion, competitors}) {
    return html`<ul class="list">
      ${this.#row('Segment', words(segment.key), segment.why)} ${stage ? this.#stage(stage) : nothing}
      ${milestones.map((milestone) => this.#milestone(milestone))}
      ${day90Score === null || day90Score === undefined ? nothing : this.#row('Score of day 90', Math.round(Number(day90Score)), [])}
      ${this.#row('Expansion', expansionWords[expansion.state], expansion.state === 'ready' ? expansion.why : expansion.why.map(gist))}
      ${competitors.state === 'none' ? nothing : this.#row('Competitor', competitorWords[competitors.state], [...competitors.sightings.slice(0, 2).map(seen), ...competitors.why])}
    </ul>`;
  }

  #stage({key, since, goal, failures}) {
    return html`<li>
      <span class="term">Stage</span><span>${words(key)}</span><small>${goal}, since ${day(since)}</small>
      ${failures.map((failure) => html`<small class="bad">${dated(failure)}</small>`)}
    </li>`;
  }

  #milestone({name, state, on, day: reachedOn, byDay, dueOn, told, orEarlier}) {
    const [what, more] = told ? [name, 'noted'] : name.split(': ');
    const wanted = byDay ? `wanted by day ${byDay}` : '';
    if (orEarlier) {
      return this.#row(what, 'Reached', [`by ${day(on)} or earlier, ${more}`]);
    }
    if (on) {
      const late = state === 'reached_late' ? `late, ${wanted}` : '';
      return this.#row(what, reachedOn === null ? day(on) : `day ${reachedOn}`, [[day(on), more, late].filter(Boolean).join(', ')]);
    }
    const overdue = state === 'overdue';
    return this.#row(what, overdue ? 'Overdue' : 'Open', [`${more ? `${more}, ` : ''}${wanted}${overdue ? `, ${day(dueOn)}` : ''}`]);
  }

  #row(term, value, lines) {
    return html`<li>
      <span class="term">${term}</span><span>${value}</span>${lines.map((line) => html`<small>${dated(line)}</small>`)}
    </li>`;
  }
}

/** What is said, without all that was found. */
const gist = (why) => why.split(': ')[0];
const seen = ({on, text}) => `${day(on)}${text ? `: ${text}` : ''}`;

customElements.define('account-journey', AccountJourney);
