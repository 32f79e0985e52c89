import {LitElement, html} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';

/** An address the console does not have. */
class NowherePage extends LitElement {
  static styles = [foundation, controls, sections];

  render() {
    document.title = 'Not found · Holdfast';
    return html`<div class="ph">
        <div>
          <h1>Nothing is at this address</h1>
          <p>The console has a portfolio, a page per account, revenue, alerts and scoring models.</p>
        </div>
      </div>
      <a class="btn" href="/portfolio">Open portfolio</a>`;
  }
}

customElements.define('nowhere-page', NowherePage);
