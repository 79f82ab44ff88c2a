// One page of the document: a drawing, which is there while it is near, and its text over it.

import { byId } from '/sign/page/dom.js';

const MOST_DOTS = 16_000_000; // of a canvas; more is refused by phones

export class Sheet {
  #pdfjs;
  #paper;
  #number;
  #page = null;
  #size; // {width, height} at scale 1
  #width = 0;
  #canvas = null;
  #text = null;
  #near = false;
  #task = null;

  constructor(pdfjs, paper, number, size) {
    this.#pdfjs = pdfjs;
    this.#paper = paper;
    this.#number = number;
    this.#size = size;
    this.element = document.createElement('div');
    this.element.className = 'sheet';
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', `Page ${number} of ${paper.numPages}`);
  }

  get top() {
    return this.element.offsetTop;
  }

  get height() {
    return this.element.offsetHeight;
  }

  setWidth(width) {
    this.#width = width;
    this.#fit();
    this.#text?.then(layer => layer?.update({ viewport: this.#viewport() }));
    if (this.#near) this.#draw();
  }

  /** Draws a page that comes near and gives the memory of one that is far away back. */
  setNear(near) {
    this.#near = near;
    if (near) return this.#draw();
    this.#task?.cancel();
    this.#put(null);
  }

  layOutText() {
    this.#text ??= this.#layText().catch(() => null);
    return this.#text;
  }

  #scale() {
    return this.#width / this.#size.width;
  }

  #viewport() {
    return this.#page.getViewport({ scale: this.#scale() });
  }

  #fit() {
    this.element.style.width = `${this.#width}px`;
    this.element.style.height = `${this.#size.height * this.#scale()}px`;
    this.element.style.setProperty('--total-scale-factor', this.#scale());
  }

  async #load() {
    if (this.#page) return;
    this.#page = await this.#paper.getPage(this.#number);
    this.#size = this.#page.getViewport({ scale: 1 });
    this.#fit();
  }

  async #draw() {
    this.#task?.cancel();
    try {
      await this.#load();
      if (!this.#near) return;
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      const task = this.#task = this.#page.render({ canvas, viewport: this.#dots(canvas), background: '#ffffff' });
      await task.promise;
      if (task === this.#task && this.#near) this.#put(canvas);
      this.layOutText();
    } catch (error) {
      if (error.name !== 'RenderingCancelledException') this.#fail();
    }
  }

  /** Sizes the canvas for the screen's dots, as far as there is memory, and answers with the view for it. */
  #dots(canvas) {
    const { width, height } = this.#viewport();
    const sharp = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_DOTS / (width * height)));
    const viewport = this.#page.getViewport({ scale: this.#scale() * sharp });
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    return viewport;
  }

  /** The old drawing stays until the new one is ready. */
  #put(canvas) {
    if (this.#canvas) {
      this.#canvas.width = this.#canvas.height = 0;
      this.#canvas.remove();
    }
    this.#canvas = canvas;
    if (canvas) this.element.prepend(canvas);
  }

  async #layText() {
    await this.#load();
    const container = document.createElement('div');
    container.className = 'textLayer';
    this.element.append(container);
    const layer = new this.#pdfjs.TextLayer({
      textContentSource: this.#page.streamTextContent(), container, viewport: this.#viewport()
    });
    await layer.render();
    return layer;
  }

  #fail() {
    const words = document.createElement('p');
    words.className = 'error';
    words.textContent = 'This page cannot be shown. Save the document as a file to read it.';
    this.element.replaceChildren(words);
    byId('told').textContent = `Page ${this.#number} cannot be shown.`;
  }
}
