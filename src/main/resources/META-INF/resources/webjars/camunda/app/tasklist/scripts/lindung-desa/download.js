/**
 * A file that an answer of the form decides: `<p class="ld-download" data-of="decision"
 * data-url="/api/rules/{decision}/table">Unduh tabel yang berlaku</p>`. Shown once the answer is there.
 */
import { el } from './dom.js';
import { address } from './server.js';

export class Download {
  constructor(place, form) {
    this.place = place;
    this.asked = form.querySelector(`#${place.dataset.of}`);
    this.link = el('a', { class: 'btn btn-default', download: true }, place.textContent.trim());
    place.replaceChildren(this.link);
    this.mark();
  }

  mark() {
    const answer = this.asked.value;
    this.place.hidden = !answer;
    this.link.href = address(this.place.dataset.url, { [this.asked.id]: answer });
  }
}
