import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {bands} from '../styles/bands.js';
import {bodyOf} from '../pieces/section-state.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {day, plural} from '../core/wording.js';
import {reviewOf, sortedOut} from './model-lists.js';
import {reviewTag} from './review-tag.js';
import './begin-draft.js';
import './draft-list.js';
import './model-in-force.js';
import './version-list.js';

/** The scoring models: the one every account is scored by, drafts of the next, and the versions before. */
class ModelsPage extends LitElement {
  static styles = [
    foundation,
    controls,
    sections,
    bands,
    css`
      .ph p .tag {
        margin-left: 4px;
      }
      .parts > * + * {
        margin-top: 40px;
      }
    `,
  ];

  models = new Answer(this, {
    key: () => 'models',
    scope: 'models:read',
    ask: (signal) => api.all('/api/v1/scoring-models', {}, signal),
  });

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Models · Holdfast';
  }

  render() {
    return html`<div class="ph">
        <div>
          <h1>Models</h1>
          <p>${this.models.value ? this.#numbers(sortedOut(this.models.value)) : html`&nbsp;`}</p>
        </div>
        ${this.models.value ? html`<div class="btns"><begin-draft .models=${this.models.value} primary></begin-draft></div>` : nothing}
      </div>
      ${bodyOf(this.models, 'Models', (items) => this.#parts(items), {rows: 8, scope: 'models:read', whole: true})}`;
  }

  #parts(items) {
    const {inForce, published, drafts} = sortedOut(items);
    return html`<div class="parts">
      ${inForce ? html`<model-in-force .item=${inForce}></model-in-force>` : nothing}
      <draft-list .drafts=${drafts} .inForce=${inForce}></draft-list>
      <version-list .published=${published}></version-list>
    </div>`;
  }

  #numbers({inForce, published, drafts}) {
    const counts = `${plural(drafts.length, 'draft')}, ${plural(published.length, 'published version')}.`;
    if (!inForce) {
      return counts;
    }
    const review = reviewOf(inForce);
    return html`${inForce.id} in force since ${day(inForce.publishedAt)}. ${counts} ${review.state === 'later' ? nothing : reviewTag(review)}`;
  }
}

customElements.define('models-page', ModelsPage);
