import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {preferences} from '../core/preferences.js';
import {currentInk} from './ink.js';

/**
 * A canvas that draws an ECharts option at its own width, again when width, theme or data change; type never scales.
 * `draw(ink, width, height)` makes the option; `says` is the finding in one sentence; `marks` is what arrow keys walk:
 * [{series, index, says}]. Emits `mark-chosen` with the data of a clicked mark.
 */
class DrawnChart extends LitElement {
  static properties = {
    draw: {attribute: false},
    data: {attribute: false},
    says: {},
    height: {type: Number},
    marks: {attribute: false},
    walked: {state: true},
  };

  static styles = [
    foundation,
    css`
      .plot {
        position: relative;
        width: 100%;
        border-radius: var(--r-1);
      }
    `,
  ];

  #chart;
  #loading = false;
  #seen;
  #size = new ResizeObserver(() => this.#redraw());
  #themed = (event) => event.detail === 'theme' && this.#redraw(true);
  #at = -1;

  constructor() {
    super();
    this.height = 300;
    this.marks = [];
    this.says = '';
    this.walked = '';
  }

  connectedCallback() {
    super.connectedCallback();
    preferences.addEventListener('change', this.#themed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    preferences.removeEventListener('change', this.#themed);
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
    this.#seen = undefined;
  }

  render() {
    return html`<div class="plot" role="img" tabindex="0" aria-label=${this.says} @keydown=${this.#walk} @blur=${this.#leave}></div>
      <div class="vh" role="status">${this.walked}</div>`;
  }

  async updated(changed) {
    const plot = this.renderRoot.querySelector('.plot');
    plot.style.height = `${this.height}px`;
    if (!this.#chart && !this.#loading) {
      this.#loading = true;
      const echarts = await import('echarts');
      this.#loading = false;
      if (!this.isConnected) {
        return;
      }
      this.#chart = echarts.init(plot, null, {renderer: 'canvas'});
      plot.removeAttribute('_echarts_instance_');
      this.#chart.on('click', ({data}) => data && this.dispatchEvent(new CustomEvent('mark-chosen', {detail: data})));
      this.#size.observe(this);
      this.#redraw(true);
    } else if (changed.has('draw') || changed.has('data') || changed.has('height')) {
      this.#redraw(changed.has('height') || changed.has('data'));
    }
  }

  #redraw(forced = false) {
    const width = this.clientWidth;
    if (!this.#chart || !width || (!forced && this.#seen === width)) {
      return;
    }
    this.#seen = width;
    const ink = currentInk();
    this.#chart.resize({width, height: this.height});
    this.#chart.setOption(
      {
        animation: false,
        textStyle: {fontFamily: ink.font, fontSize: 11, color: ink['ink-3']},
        tooltip: tooltip(ink),
        ...this.draw(ink, width, this.height),
      },
      {notMerge: true},
    );
  }

  #walk(event) {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!step || !this.marks.length || !this.#chart) {
      return;
    }
    event.preventDefault();
    this.#at = (this.#at + step + this.marks.length) % this.marks.length;
    const mark = this.marks[this.#at];
    this.walked = mark.says;
    this.#chart.dispatchAction({type: 'showTip', seriesIndex: mark.series, dataIndex: mark.index});
  }

  #leave() {
    this.#chart?.dispatchAction({type: 'hideTip'});
  }
}

/** Rich text, never HTML: HTML tooltips set style attributes, which the content security policy refuses. */
export const tooltip = (ink, more = {}) => ({
  renderMode: 'richText',
  confine: true,
  backgroundColor: ink.raised,
  borderColor: ink['line-strong'],
  borderWidth: 1,
  padding: [7, 10],
  transitionDuration: 0,
  textStyle: {color: ink.ink, fontFamily: ink.font, fontSize: 12, lineHeight: 18},
  shadowBlur: 12,
  shadowColor: 'rgba(0,0,0,.12)',
  ...more,
});

customElements.define('drawn-chart', DrawnChart);
