// Shows the document: sheets in a region that scrolls, a bar with pages and size, and the file itself as another way.

import { address } from '/sign/page/server.js';
import { byId, say } from '/sign/page/dom.js';
import { openPaper } from '/sign/page/paper.js';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const FIT = ZOOMS.indexOf(1);

export class Reader {
  #sheets = [];
  #zoom = FIT;
  #shown = false;
  #saved = false;
  #failed = false;
  #region = byId('pages');

  progress(size, whole) {
    byId('bar').value = whole ? Math.min(100, Math.round(100 * size / whole)) : 0;
  }

  /** The file itself, for whom this page does not suit. */
  offerFile(name) {
    const file = byId('file');
    file.href = address.content;
    file.download = name;
    file.addEventListener('click', () => { this.#saved = true; });
  }

  async show(bytes) {
    this.#sheets = await openPaper(bytes, this.#region);
    this.#shown = true;
    byId('progress').hidden = true;
    this.#watchControls();
    this.#resize();
    say('told', `The document is shown; it has ${count(this.#sheets.length)}.`);
  }

  fail() {
    this.#failed = true;
    byId('progress').hidden = this.#region.hidden = byId('keys').hidden = true;
    for (const group of document.querySelectorAll('.reader .group')) group.hidden = true;
    byId('unshown').hidden = false;
    say('unshown', 'The document cannot be shown on this page. Save it as a file and read it there before you sign.');
  }

  /** Whether the signer can have read it, here or in the file. */
  isRead() {
    return this.#shown || this.#failed && this.#saved;
  }

  whyNotRead() {
    return this.#failed
      ? { field: 'file', text: 'Save the document as a file and read it first.' }
      : { field: null, text: 'Wait until the document is shown.' };
  }

  #watchControls() {
    byId('previous').addEventListener('click', () => this.#turn(-1));
    byId('next').addEventListener('click', () => this.#turn(1));
    byId('smaller').addEventListener('click', () => this.#setZoom(this.#zoom - 1));
    byId('larger').addEventListener('click', () => this.#setZoom(this.#zoom + 1));
    byId('fit').addEventListener('click', () => this.#setZoom(FIT));
    this.#region.addEventListener('scroll', () => this.#place(), { passive: true });
    this.#region.addEventListener('keydown', event => this.#press(event));
    let width = 0;
    new ResizeObserver(() => {
      if (this.#region.clientWidth === width) return;
      width = this.#region.clientWidth;
      this.#resize();
    }).observe(this.#region);
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = { '+': this.#zoom + 1, '=': this.#zoom + 1, '-': this.#zoom - 1, 0: FIT }[event.key];
    if (zoom === undefined) return;
    event.preventDefault();
    this.#setZoom(zoom);
  }

  #setZoom(zoom) {
    this.#zoom = Math.min(Math.max(zoom, 0), ZOOMS.length - 1);
    this.#resize();
    say('told', `Size ${percent(ZOOMS[this.#zoom])}`);
  }

  /** Keeps the place that is read where it is. */
  #resize() {
    const style = getComputedStyle(this.#region);
    const room = this.#region.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const read = this.#region.scrollTop / Math.max(1, this.#region.scrollHeight);
    for (const sheet of this.#sheets) sheet.setWidth(Math.max(100, room) * ZOOMS[this.#zoom]);
    this.#region.scrollTop = read * this.#region.scrollHeight;
    say('fit', percent(ZOOMS[this.#zoom]));
    byId('fit').setAttribute('aria-label', `Fit the width, now ${percent(ZOOMS[this.#zoom])}`);
    off('smaller', this.#zoom === 0);
    off('larger', this.#zoom === ZOOMS.length - 1);
    this.#place();
  }

  /** The page that covers the middle of what is seen. */
  #current() {
    const middle = this.#region.scrollTop + this.#region.clientHeight / 2;
    const after = this.#sheets.findIndex(sheet => sheet.top + sheet.height > middle);
    return after < 0 ? this.#sheets.length - 1 : after;
  }

  #place() {
    const now = this.#current();
    say('place', `${now + 1} of ${this.#sheets.length}`);
    off('previous', now === 0);
    off('next', now === this.#sheets.length - 1);
  }

  #turn(step) {
    const page = Math.min(Math.max(this.#current() + step, 0), this.#sheets.length - 1);
    this.#region.scrollTop = this.#sheets[page].top - 8;
    say('told', `Page ${page + 1} of ${this.#sheets.length}`);
    this.#place();
  }
}

const percent = part => `${Math.round(part * 100)} %`;
const count = pages => pages === 1 ? '1 page' : `${pages} pages`;

/** Off for everybody, but still there for the focus that has just used it. */
function off(id, is) {
  byId(id).setAttribute('aria-disabled', String(is));
}
