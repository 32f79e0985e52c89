import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {pageHead} from '../styles/page-head.js';
import {sections} from '../styles/sections.js';
import {bands} from '../styles/bands.js';
import {tabs} from '../styles/tabs.js';
import {icon} from '../pieces/icon.js';
import {bodyOf} from '../pieces/section-state.js';
import {tabLine} from '../pieces/tab-line.js';
import {api, modelPath} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {route} from '../core/route.js';
import {RouteFollower} from '../core/route-follower.js';
import {permitted} from '../core/session.js';
import {DraftEditing} from './draft-editing.js';
import {placeOf} from './fault-places.js';
import {focusPlace} from './focus-place.js';
import {differences} from './model-difference.js';
import {modelHead} from './model-head.js';
import {comparedWith, sortedOut} from './model-lists.js';
import {modelPageStyle} from './model-page-style.js';
import {readModel} from './model-reading.js';
import './backtest-list.js';
import './begin-draft.js';
import './draft-actions.js';
import './draft-overtaken.js';
import './fault-list.js';
import './lost-draft.js';
import './model-bands.js';
import './model-differences.js';
import './model-json.js';
import './model-simulation.js';
import './model-weights.js';
import './signal-curve.js';

const WIDE = '(min-width: 1181px)';

/** One scoring model: its weights and curves, its bands, what it says otherwise than another. A draft is edited here. */
class ModelPage extends LitElement {
  static properties = {mayEdit: {state: true}};

  static styles = [foundation, controls, sections, bands, pageHead, tabs, modelPageStyle];

  #address = new RouteFollower(this);
  #editing = null;
  #seenView;

  one = new Answer(this, {
    key: () => this.#id(),
    scope: 'models:read',
    ask: (signal) => api.getTagged(modelPath(this.#id()), signal).then(({value, tag}) => ({item: value, tag})),
  });
  models = new Answer(this, {
    key: () => 'models',
    scope: 'models:read',
    ask: (signal) => api.all('/api/v1/scoring-models', {}, signal),
    every: 3,
  });

  connectedCallback() {
    super.connectedCallback();
    permitted('models:write').then(
      () => (this.mayEdit = true),
      () => (this.mayEdit = false),
    );
  }

  willUpdate() {
    const one = this.one.value;
    if (!one || one.item.state !== 'draft' || !this.mayEdit) {
      this.#editing = null;
    } else if (this.#editing?.id !== one.item.id) {
      this.#editing = new DraftEditing(one, () => this.requestUpdate());
    } else {
      this.#editing.hear(one);
    }
  }

  render() {
    const {refusal, value} = this.one;
    document.title = `${value?.item.model.name ?? 'Model'} · Holdfast`;
    if (refusal?.status === 404) {
      return this.#nothingThere();
    }
    return html`<nav class="crumb" aria-label="Breadcrumb"><a href="/models">${icon('left', true)}Models</a></nav>
      ${value ? this.#page(this.#editing?.item ?? value.item) : html`<h1>${this.#id()}</h1>`}
      ${bodyOf(this.one, 'The model', () => nothing, {rows: 10, scope: 'models:read', whole: true})}`;
  }

  /** The views are wider than a narrow window; the chosen one is brought into it. */
  updated() {
    const chosen = this.renderRoot.querySelector('.tabs [aria-current]');
    if (chosen && chosen !== this.#seenView) {
      this.#seenView = chosen;
      chosen.parentElement.scrollLeft = chosen.offsetLeft - chosen.parentElement.offsetLeft;
    }
  }

  #page(item) {
    const editing = this.#editing;
    const document = editing?.document ?? item.model;
    const model = readModel(document);
    const against = this.#against(item);
    const rows = against ? differences(against.model, document) : this.models.value ? [] : null;
    const version = Symbol('render');
    const view = this.#address.query.view ?? '';
    return html`${modelHead(item, model, {editing, changes: rows?.length, actions: this.#actions(item, model, rows, version)})}
      ${editing ? this.#told(editing, model, view, version) : nothing}
      ${tabLine(
        'Views of the model',
        [
          ['', 'Weights and curves'],
          ['bands', 'Bands'],
          ['differences', 'Differences', rows?.length],
          ['simulation', 'Simulation'],
          ['backtests', 'Backtests'],
          ['json', 'JSON'],
        ],
        view,
      )}
      ${this.#view(view, {item, document, model, against, version})}`;
  }

  #view(view, {item, document, model, against, version}) {
    const editing = this.#editing;
    const base = editing && against ? readModel(against.model) : null;
    if (view === 'bands') {
      return html`<model-bands .model=${model} .base=${base} .editing=${editing} .version=${version}></model-bands>`;
    }
    if (view === 'simulation') {
      return html`<model-simulation .item=${item} ?dirty=${editing?.dirty} .allowed=${this.mayEdit}></model-simulation>`;
    }
    if (view === 'backtests') {
      return html`<backtest-list .modelId=${item.id} ?dirty=${editing?.dirty} .allowed=${this.mayEdit}></backtest-list>`;
    }
    if (view === 'json') {
      return html`<model-json .document=${document} .editing=${editing} .version=${version}></model-json>`;
    }
    if (view === 'differences') {
      return bodyOf(
        this.models,
        'The other models',
        () =>
          html`<model-differences
            .document=${document}
            .name=${item.state === 'draft' ? 'Draft' : item.id}
            .against=${against && {id: against.id, model: against.model, name: nameOf(against)}}
            .others=${this.#others(item)}
          ></model-differences>`,
        {scope: 'models:read'},
      );
    }
    const chosen = model.signals.find(({key}) => key === this.#address.query.signal) ?? model.signals[0];
    return html`<div class="split">
      <model-weights
        .model=${model}
        .base=${base}
        .editing=${editing}
        .chosen=${chosen?.key}
        .version=${version}
        @signal-chosen=${this.#showSignal}
      ></model-weights>
      ${
        chosen
          ? html`<signal-curve
              .signal=${chosen}
              .base=${base?.signals.find(({key}) => key === chosen.key)}
              .baseName=${against?.id}
              .editing=${editing}
              .version=${version}
            ></signal-curve>`
          : nothing
      }
    </div>`;
  }

  #actions(item, model, rows, version) {
    const editing = this.#editing;
    if (!editing) {
      return this.models.value && item.state === 'published' ? html`<begin-draft .models=${this.models.value} .from=${item.id}></begin-draft>` : nothing;
    }
    return html`<draft-actions
      .editing=${editing}
      .name=${model.name}
      .changes=${rows?.length}
      .models=${this.models.value}
      .version=${version}
      @draft-changed=${() => this.models.again()}
      @draft-refused=${this.#showFaults}
    ></draft-actions>`;
  }

  /** What the platform said to the last request. */
  #told(editing, model, view, version) {
    return html`<draft-overtaken .editing=${editing} .version=${version}></draft-overtaken>
      ${editing.refusal ? html`<p class="refused" role="alert">${editing.refusal}</p>` : nothing}
      ${view === 'json' ? nothing : html`<fault-list .faults=${editing.toMend} .model=${model} @fault-opened=${(event) => this.#openFault(event.detail)}></fault-list>`}`;
  }

  async #showFaults() {
    await this.updateComplete;
    this.renderRoot.querySelector('fault-list, model-json').focus();
  }

  async #openFault(fault) {
    const place = placeOf(readModel(this.#editing.document), fault);
    route.set({view: place.view, signal: place.signal ?? this.#address.query.signal});
    await focusPlace(this, place);
  }

  /** Beside the table one sees it; below the table one is brought there. */
  async #showSignal() {
    if (!matchMedia(WIDE).matches) {
      await this.updateComplete;
      const panel = this.renderRoot.querySelector('signal-curve');
      await panel.updateComplete;
      panel.focus();
      panel.scrollIntoView({block: 'start'});
    }
  }

  #against(item) {
    const items = this.models.value ?? [];
    return items.find(({id}) => id === this.#address.query.against && id !== item.id) ?? comparedWith(item, items);
  }

  #others(item) {
    const {published, drafts} = sortedOut(this.models.value ?? []);
    return [...published, ...drafts].filter(({id}) => id !== item.id).map((other) => [other.id, nameOf(other)]);
  }

  #nothingThere() {
    return html`<nav class="crumb" aria-label="Breadcrumb"><a href="/models">${icon('left', true)}Models</a></nav>
      <div class="ph">
        <div>
          <h1>No model ${this.#id()}</h1>
          <p>A draft that was published or discarded is no longer here; published versions stay for good.</p>
        </div>
      </div>
      <lost-draft .modelId=${this.#id()}></lost-draft>`;
  }

  #id() {
    return this.#address.params.modelId;
  }
}

const nameOf = (item) => (item.state === 'draft' ? `Draft of ${item.model.name}` : `${item.id}${item.inForce ? ', in force' : ''}`);

customElements.define('model-page', ModelPage);
