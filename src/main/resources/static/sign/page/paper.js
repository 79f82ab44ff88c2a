// Draws a PDF with pdf.js: only what is near is drawn, nothing in it is run, and its links lead nowhere.

import { Sheet } from '/sign/page/sheet.js';

const PDFJS = '/sign/pdfjs';
const MOST_TEXTS = 100; // pages whose text is laid out before they are looked at, for those who have them read out

/** Opens the document and puts a sheet for each page into the region. */
export async function openPaper(bytes, region) {
  const pdfjs = await import(`${PDFJS}/build/pdf.min.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${PDFJS}/build/pdf.worker.min.mjs`;
  const paper = await pdfjs.getDocument({
    data: bytes,
    cMapUrl: `${PDFJS}/cmaps/`,
    standardFontDataUrl: `${PDFJS}/standard_fonts/`,
    wasmUrl: `${PDFJS}/wasm/`,
    useWasm: false, // so that the page's policy need not allow it
    useSystemFonts: false, // everybody is shown the same
    isEvalSupported: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS
  }).promise;
  const first = (await paper.getPage(1)).getViewport({ scale: 1 });
  const sheets = Array.from({ length: paper.numPages }, (_, i) => new Sheet(pdfjs, paper, i + 1, first));
  region.replaceChildren(...sheets.map(sheet => sheet.element));
  drawWhatIsNear(sheets, region);
  layOutTexts(sheets.slice(0, MOST_TEXTS));
  return sheets;
}

function drawWhatIsNear(sheets, region) {
  const byElement = new Map(sheets.map(sheet => [sheet.element, sheet]));
  const watch = new IntersectionObserver(
    entries => entries.forEach(({ target, isIntersecting }) => byElement.get(target).setNear(isIntersecting)),
    { root: region, rootMargin: '75% 0px' }
  );
  sheets.forEach(sheet => watch.observe(sheet.element));
}

async function layOutTexts(sheets) {
  for (const sheet of sheets) await sheet.layOutText();
}
