import {html, nothing} from 'lit';
import {isKnown} from '../core/known.js';
import {dated, fixed, percent, placesOf} from '../core/wording.js';
import {missingOf} from './health-reading.js';

/** What is known of an account that has no score: each signal with its evidence, or why it has none. */
export function knownSignals(health) {
  const missing = missingOf(health);
  const axes = health.axes ?? [];
  if (!axes.length && !missing.length) {
    return nothing;
  }
  const places = placesOf(axes.flatMap((axis) => axis.signals.map(({nominalWeight}) => nominalWeight)));
  return html`<table class="tbl known">
    <thead>
      <tr>
        <th scope="col">Signal and evidence</th>
        <th scope="col" class="num">Weight in the model</th>
        <th scope="col" class="num">Signal</th>
      </tr>
    </thead>
    <tbody>
      ${axes.map(
        (axis) =>
          html`<tr class="axis">
              <th scope="rowgroup">${axis.name}</th>
              <td class="num">${percent(axis.nominalWeight, places)}</td>
              <td></td>
            </tr>
            ${axis.signals.filter(({score}) => isKnown(score)).map((signal) => known(signal, health.at, places))}
            ${missing.filter((signal) => signal.axis === axis.key).map(absent)}`,
      )}
    </tbody>
  </table>`;
}

const known = ({name, evidence, nominalWeight, score}, at, places) =>
  html`<tr class="sub">
    <th scope="row">${name}<small>${dated(evidence, at)}</small></th>
    <td class="num i2">${percent(nominalWeight, places)}</td>
    <td class="num i2">${fixed(score, 0)}</td>
  </tr>`;

const absent = ({name, why}) =>
  html`<tr class="sub">
    <th scope="row">Missing: ${name.toLowerCase()}<small>${why || 'No data'}</small></th>
    <td></td>
    <td class="num i3">none</td>
  </tr>`;
