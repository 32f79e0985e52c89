import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {bands} from '../styles/bands.js';
import {modelLink} from '../core/route.js';
import {day, person, plural} from '../core/wording.js';
import {durationWords} from './duration-words.js';
import {reviewOf} from './model-lists.js';
import {readModel} from './model-reading.js';
import {percentText} from './shares.js';
import {bandScale} from './band-scale.js';
import {bandScaleStyle} from './band-scale-style.js';
import './share-bar.js';

/** The model that every account is scored by, at a glance. */
class ModelInForce extends LitElement {
  static properties = {item: {attribute: false}};

  static styles = [
    foundation,
    sections,
    bands,
    bandScaleStyle,
    css`
      .strip {
        grid-template-columns: 1.1fr 1.1fr 0.9fr 1.1fr 1.4fr;
      }
      .strip dd.v a {
        text-decoration: underline;
        text-decoration-color: var(--line-strong);
        text-decoration-thickness: 1px;
        text-underline-offset: 4px;
      }
      .strip dd.v a:hover {
        text-decoration-color: currentColor;
      }
      share-bar {
        margin-top: 20px;
      }
      @media (max-width: 1180px) {
        .strip {
          grid-template-columns: 1fr 1fr;
        }
        .strip > div:nth-child(2n + 1) {
          border-left: 0;
        }
        .strip > div:nth-child(n + 3) {
          border-top: 1px solid var(--line);
        }
        .strip > div:last-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  render() {
    const {item} = this;
    const model = readModel(item.model);
    const review = reviewOf(item);
    return html`<section aria-label="In force">
      <dl class="strip">
        <div>
          <dt>In force</dt>
          <dd class="v"><a href=${modelLink(item.id)}>${model.name}</a> <small>version ${model.version}</small></dd>
          <dd class="c">Scores every account</dd>
        </div>
        <div>
          <dt>Published by ${person(item.publishedBy)}</dt>
          <dd class="v">${day(item.publishedAt)}</dd>
          <dd class="c">${item.reason}</dd>
        </div>
        <div>
          <dt>Yearly review</dt>
          <dd class="v">${day(`${item.reviewDueOn}T00:00:00Z`)}</dd>
          <dd class="c">${review.state === 'later' ? 'Not due yet' : html`<span class="tag gap">${review.words}</span>`}</dd>
        </div>
        <div>
          <dt>Made of</dt>
          <dd class="v">${plural(model.signals.length, 'signal')}</dd>
          <dd class="c">in ${plural(model.axes.length, 'axis', 'axes')}, ${percentText(model.floor)}% coverage needed</dd>
        </div>
        <div>
          <dt>Bands</dt>
          <dd class="v">${bandScale(model)}</dd>
          <dd class="c">A worse band is kept for ${durationWords(model.keep)}</dd>
        </div>
      </dl>
      <share-bar .model=${model}></share-bar>
    </section>`;
  }
}

customElements.define('model-in-force', ModelInForce);
