import {LitElement, html, css, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bodyOf} from '../pieces/section-state.js';
import {api, modelPath} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {backtestLink} from '../core/route.js';
import {day, moment, person, plural} from '../core/wording.js';
import {aucText, isOpen, outcomeWords} from './backtest-reading.js';
import {modelListStyle} from './model-list-style.js';
import {WhileOpen} from './while-open.js';
import './ask-backtest.js';
import './discard-backtest.js';
import './run-progress.js';

/** What a model was asked of the past: questions that wait or run, and what came out. */
class BacktestList extends LitElement {
  static properties = {modelId: {}, dirty: {type: Boolean}, allowed: {type: Boolean}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    bands,
    modelListStyle,
    css`
      .none,
      .note {
        padding: 12px 0;
        max-width: 78ch;
        color: var(--ink-2);
      }
      .note {
        padding-bottom: 0;
      }
      .tbl tbody td:last-child {
        width: 1%;
        vertical-align: middle;
      }
      run-progress {
        margin-top: 6px;
        max-width: 220px;
      }
      @media (max-width: 720px) {
        .wide {
          display: none;
        }
      }
    `,
  ];

  backtests = new Answer(this, {
    key: () => this.modelId,
    scope: 'models:read',
    ask: (signal) => api.all(modelPath(this.modelId, '/backtests'), {}, signal),
  });
  #whileOpen = new WhileOpen(this, this.backtests, (all) => all.some(isOpen));

  render() {
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Backtests</h2>
        <p>The model on your own history</p>
        <span class="sp"></span>
        ${this.allowed ? html`<ask-backtest .modelId=${this.modelId}></ask-backtest>` : nothing}
      </header>
      ${this.dirty ? html`<p class="note"><b>Edits that are not saved are not asked.</b> A backtest takes the draft as it is saved.</p>` : nothing}
      ${bodyOf(this.backtests, 'Backtests', (all) => (all.length ? this.#table(all) : this.#none()), {scope: 'models:read'})}
    </section>`;
  }

  #none() {
    return html`<p class="none">
      <b>This model was not tried on the past yet.</b> A backtest scores every account at the end of each week by what was known then, and compares
      with who left.
    </p>`;
  }

  #table(all) {
    return html`<table class="tbl">
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col" class="num">AUC</th>
          <th scope="col">Question</th>
          <th scope="col" class="num wide">Asked</th>
          <th scope="col"><span class="vh">Discard</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          all,
          ({backtestId}) => backtestId,
          (one) => this.#row(one),
        )}
      </tbody>
    </table>`;
  }

  #row(one) {
    const {question} = one;
    const about = `asked ${moment(one.askedAt)}`;
    return html`<tr>
      <th scope="row">
        <a class="open-name" href=${backtestLink(this.modelId, one.backtestId)}>${outcomeWords(one)}<span class="vh">, ${about}</span></a>
        ${isOpen(one) ? html`<run-progress .one=${one}></run-progress>` : nothing}
      </th>
      <td class="num">${aucText(one.auc)}</td>
      <td>
        ${plural(question.weeks, 'week')} to ${day(question.lastWeekEnd)}<small
          >${question.horizonDays} days ahead, ${question.capacity} a week${question.segmentBy ? `, by ${question.segmentBy}` : ''}</small
        >
      </td>
      <td class="num wide">${moment(one.askedAt)}<small>${person(one.askedBy)}</small></td>
      <td>
        ${this.allowed ? html`<discard-backtest .one=${one} small @discarded=${() => this.backtests.again()}></discard-backtest>` : nothing}
      </td>
    </tr>`;
  }
}

customElements.define('backtest-list', BacktestList);
