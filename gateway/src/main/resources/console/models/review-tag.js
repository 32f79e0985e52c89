import {html} from 'lit';

/** When the yearly review is due; marked when it waits for somebody. */
export const reviewTag = ({state, words}) => (state === 'later' ? html`${words}` : html`<span class="tag gap">${words}</span>`);
