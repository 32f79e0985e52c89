import {html, nothing} from 'lit';
import {day, moment, person, plural} from '../core/wording.js';
import {originOf, reviewOf} from './model-lists.js';
import {reviewTag} from './review-tag.js';

/** Which model it is, in which state, by whom, and what can be done with it. */
export function modelHead(item, model, {editing, changes, actions}) {
  return html`<div class="head">
    <div>
      <div class="title">
        <h1>${model.name}</h1>
        ${item.state === 'draft' ? draftChip(changes) : html`<span class="tag">${item.id}</span>${item.inForce ? html`<span class="tag gap">In force</span>` : nothing}`}
        ${editing?.dirty ? html`<span class="tag gap" role="status">Edits not saved</span>` : nothing}
      </div>
      <p class="meta">${item.state === 'draft' ? ofDraft(item) : ofVersion(item)}</p>
    </div>
    <div class="btns">${actions}</div>
  </div>`;
}

/** `changes` is undefined as long as there is nothing to compare with. */
const draftChip = (changes) =>
  html`<span class="draft">Draft${changes === undefined ? '' : `, ${changes ? plural(changes, 'difference') : 'no difference yet'}`}</span>`;

const ofDraft = (item) =>
  html`${originOf(item) ? html`<span>From ${originOf(item)}</span>` : nothing}<span>Saved ${moment(item.changedAt)} by ${person(item.changedBy)}</span
    ><span>Nothing is scored by it</span>`;

const ofVersion = (item) =>
  html`<span>Published ${day(item.publishedAt)} by ${person(item.publishedBy)}: ${item.reason}</span>${item.inForce ? html`<span>${reviewTag(reviewOf(item))}</span>` : html`<span>No longer in force</span>`}`;
