import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {pageHead} from '../styles/page-head.js';
import {sections} from '../styles/sections.js';
import {bands} from '../styles/bands.js';
import {icon} from '../pieces/icon.js';
import {bodyOf} from '../pieces/section-state.js';
import {api, backtestPath, modelPath} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {downloadJson} from '../core/csv.js';
import {notices} from '../core/notices.js';
import {backtestLink, modelLink, route} from '../core/route.js';
import {RouteFollower} from '../core/route-follower.js';
import {permitted} from '../core/session.js';
import {count, day, moment, percent, person, plural} from '../core/wording.js';
import {aucScale} from './auc-scale.js';
import {aucScaleStyle} from './auc-scale-style.js';
import {backtestPageStyle} from './backtest-page-style.js';
import {aucText, isOpen, verdictMeaning, verdictWords} from './backtest-reading.js';
import {isKnown} from '../core/known.js';
import {WhileOpen} from './while-open.js';
import './backtest-calibration.js';
import './backtest-figures.js';
import './backtest-segments.js';
import './backtest-signals.js';
import './backtest-weights.js';
import './discard-backtest.js';
import './run-progress.js';

/** One backtest: how far it has come, then what came out, the verdict first. */
class BacktestPage extends LitElement {
  static properties = {allowed: {state: true}, busy: {state: true}};

  static styles = [foundation, controls, sections, bands, pageHead, aucScaleStyle, backtestPageStyle];

  #address = new RouteFollower(this);

  one = new Answer(this, {
    key: () => [this.#modelId(), this.#id()],
    scope: 'models:read',
    ask: (signal) => api.get(backtestPath(this.#modelId(), this.#id()), {}, signal),
    live: () => this.one.value === undefined || isOpen(this.one.value),
  });
  #whileOpen = new WhileOpen(this, this.one, isOpen);

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Backtest · Holdfast';
    permitted('models:write').then(
      () => (this.allowed = true),
      () => (this.allowed = false),
    );
  }

  render() {
    const {refusal, value} = this.one;
    return html`<nav class="crumb" aria-label="Breadcrumb"><a href=${this.#list()}>${icon('left', true)}Backtests of ${this.#modelId()}</a></nav>
      ${refusal?.status === 404 ? this.#nothingThere() : html`${this.#head(value)}${bodyOf(this.one, 'The backtest', (one) => this.#body(one), {rows: 10, scope: 'models:read', whole: true})}`}`;
  }

  #head(one) {
    return html`<div class="head">
      <div>
        <div class="title"><h1>Backtest</h1></div>
        ${one ? this.#meta(one) : nothing}
      </div>
      ${one ? html`<div class="btns">${this.#actions(one)}</div>` : nothing}
    </div>`;
  }

  #meta({question, askedAt, askedBy}) {
    return html`<p class="meta">
      <span>${plural(question.weeks, 'week')}, ${day(question.firstWeekEnd)} to ${day(question.lastWeekEnd)}</span><span>Leaving within ${question.horizonDays} days</span
      ><span>${plural(question.capacity, 'account')} a week</span><span>Asked ${moment(askedAt)} by ${person(askedBy)}</span>
    </p>`;
  }

  #actions(one) {
    return html`${
      one.report
        ? html`<button class="btn q" type="button" @click=${() => downloadJson(`backtest-${one.backtestId}`, one)}>${icon('save')}JSON</button>`
        : nothing
    }
    ${
      this.allowed
        ? html`${isOpen(one) ? nothing : html`<button class="btn" type="button" aria-disabled=${String(Boolean(this.busy))} @click=${() => this.#again(one)}>Ask again</button>`}
            <discard-backtest .one=${one} @discarded=${() => route.go(this.#list())}></discard-backtest>`
        : nothing
    }`;
  }

  #body(one) {
    if (isOpen(one)) {
      return html`<section class="running" aria-label="Progress"><run-progress .one=${one} told></run-progress></section>`;
    }
    if (one.status === 'failed') {
      return html`<p class="lead" role="alert"><b>It failed.</b> ${one.failure ?? ''}</p>`;
    }
    return this.#report(one, one.report);
  }

  #report(one, report) {
    const {verdict, segments} = report;
    const {horizonDays, segmentBy} = one.question;
    return html`<section class="verdict" aria-labelledby="verdict">
        <h2 id="verdict">${verdictWords[verdict.code] ?? verdict.code}</h2>
        <p class="lead">${verdict.sentence}</p>
        <p class="i2">${verdictMeaning(verdict.code)}</p>
        ${verdict.suspicions.length ? html`<ul class="suspicions">${verdict.suspicions.map(({sentence}) => html`<li>${sentence}</li>`)}</ul>` : nothing}
      </section>
      <div class="parts">
        <div class="first">${this.#auc(report.auc)}<backtest-figures .report=${report} .horizonDays=${horizonDays}></backtest-figures></div>
        <div class="two">
          <backtest-calibration .deciles=${report.calibration}></backtest-calibration>
          <backtest-weights .report=${report}></backtest-weights>
        </div>
        <backtest-signals .report=${report}></backtest-signals>
        ${segmentBy ? html`<backtest-segments .segments=${segments} .by=${segmentBy}></backtest-segments>` : nothing}
        ${this.#basis(one, report)}
      </div>`;
  }

  #auc(auc) {
    if (!auc) {
      return nothing;
    }
    return html`<section class="auc" aria-labelledby="auc">
      <h2 id="auc">AUC ${aucText(auc.value)}</h2>
      <p class="i2">
        Of a week before leaving and a week of staying, the first has the lower score in ${percent(auc.value, 0)} of all pairs.
        ${isKnown(auc.low) && isKnown(auc.high) ? `95% interval: ${aucText(auc.low)} to ${aucText(auc.high)}.` : ''}
      </p>
      ${aucScale(auc)}
    </section>`;
  }

  #basis(one, report) {
    const {question} = one;
    return html`<section class="sec" aria-labelledby="basis">
      <header><h2 id="basis">What it rests on</h2></header>
      <dl class="basis">
        <dt>Accounts</dt>
        <dd>${count(report.accounts)}, of which ${count(report.departures)} left within the horizon of a week</dd>
        <dt>Weeks</dt>
        <dd>${count(report.scoredWeeks)} of ${count(report.accountWeeks)} account-weeks were scored; ${report.weeksOver} of ${plural(question.weeks, 'week')} have their horizon over</dd>
        <dt>Assumed knowledge</dt>
        <dd>${percent(report.assumedShare, 0)} of it was declared by a load of history${Number(report.assumedShare) > 0.5 ? '; the report is as good as that declaration' : ''}</dd>
        <dt>Known through</dt>
        <dd>${moment(question.knownThrough)}, ${question.timeZone}; seed <span class="mono">${question.seed}</span></dd>
        <dt>Id</dt>
        <dd><span class="mono">${one.backtestId}</span>; <i>Ask again</i> repeats it with the same model, settings, knowledge and seed</dd>
      </dl>
    </section>`;
  }

  #nothingThere() {
    return html`<div class="ph">
      <div>
        <h1>No backtest ${this.#id()}</h1>
        <p>One that was cancelled or discarded is no longer here.</p>
      </div>
    </div>`;
  }

  async #again(one) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      const {modelId, backtestId} = await api.post(modelPath(this.#modelId(), '/backtests'), {again: one.backtestId});
      route.go(backtestLink(modelId, backtestId));
    } catch (error) {
      notices.toast(error.message);
    } finally {
      this.busy = false;
    }
  }

  #list() {
    return `${modelLink(this.#modelId())}?view=backtests`;
  }

  #modelId() {
    return this.#address.params.modelId;
  }

  #id() {
    return this.#address.params.backtestId;
  }
}

customElements.define('backtest-page', BacktestPage);
