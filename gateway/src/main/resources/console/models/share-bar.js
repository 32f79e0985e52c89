import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {placed} from '../core/placed.js';
import {percentText} from './shares.js';

/** One bar of the weights: an axis is as wide as its share of the score, its signals as theirs. */
class ShareBar extends LitElement {
  static properties = {model: {attribute: false}};

  static styles = [
    foundation,
    css`
      .bar {
        display: flex;
        gap: 3px;
      }
      .axis {
        min-width: 0;
        flex-basis: 0;
        container-type: inline-size;
      }
      .parts {
        display: flex;
        gap: 1px;
        height: 14px;
      }
      i {
        flex-basis: 0;
        min-width: 1px;
        background: var(--data-2);
      }
      i:nth-child(even) {
        background: var(--data-3);
      }
      .axis i:first-child {
        border-radius: 2px 0 0 2px;
      }
      .axis i:last-child {
        border-radius: 0 2px 2px 0;
      }
      .axis i:only-child {
        border-radius: 2px;
      }
      p {
        margin-top: 5px;
        font-size: var(--t-sm);
        line-height: var(--l-sm);
        color: var(--ink-2);
      }
      b {
        display: block;
        color: var(--ink);
      }
      @container (max-width: 92px) {
        p span {
          display: none;
        }
      }
    `,
  ];

  render() {
    const axes = this.model.axes.filter(({weight}) => weight > 0);
    const says = axes.map(({name, weight}) => `${name} ${percentText(weight)}%`).join(', ');
    return html`<div class="bar" role="img" aria-label="Weights: ${says}">
      ${axes.map(
        ({name, weight, signals}) =>
          html`<div class="axis" ${placed({'flex-grow': String(weight)})}>
            <div class="parts">
              ${signals.filter((signal) => signal.weight > 0).map((signal) => html`<i title="${signal.name} ${percentText(signal.ofScore)}%" ${placed({'flex-grow': String(signal.weight)})}></i>`)}
            </div>
            <p><b>${percentText(weight)}%</b><span>${name}</span></p>
          </div>`,
      )}
    </div>`;
  }
}

customElements.define('share-bar', ShareBar);
