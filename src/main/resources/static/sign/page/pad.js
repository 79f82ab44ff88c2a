// A place to draw a signature: what is drawn is kept as lines, and sent as the SVG path that is shown.

import { byId } from '/sign/page/dom.js';

const WIDTH = 600; // of the drawing in its own units, whatever the screen's width
const HEIGHT = 240;
const INK = '#1a2a4a';
const THICK = 2.5;
const NEAR = 1.5; // points nearer than this to the one before add nothing
const SHORTEST = 30; // less is a slip of the hand
const MOST = 90_000; // characters of a path

const pad = byId('pad');
let strokes = [];
let drawing = null; // the pointer that draws

/** The path, or null when nothing is drawn that could be a signature. */
export function drawnPath() {
  if (strokes.reduce((sum, stroke) => sum + length(stroke), 0) < SHORTEST) return null;
  let lines = strokes;
  while (path(lines).length > MOST) lines = lines.map(line => line.filter((_, i) => i % 2 === 0 || i === line.length - 1));
  return path(lines);
}

function path(lines) {
  return lines.map(line).join(' ');
}

/** Curves that pass through the middles between the points, which makes a line smooth. */
function line(points) {
  const [first, ...rest] = points;
  const last = points.at(-1);
  const bends = rest.slice(0, -1).map((point, i) => `Q${text(point)} ${text(middle(point, rest[i + 1]))}`);
  return [`M${text(first)}`, ...bends, `L${text(last)}`].join(' ');
}

const text = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];
const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
const length = points => points.slice(1).reduce((sum, point, i) => sum + distance(point, points[i]), 0);

function show() {
  const dots = Math.min(devicePixelRatio || 1, 3);
  const width = Math.max(1, Math.round(pad.clientWidth * dots));
  pad.width = width;
  pad.height = Math.round(width * HEIGHT / WIDTH);
  const context = pad.getContext('2d');
  context.scale(width / WIDTH, width / WIDTH);
  Object.assign(context, { strokeStyle: INK, lineWidth: THICK, lineCap: 'round', lineJoin: 'round' });
  if (strokes.length) context.stroke(new Path2D(path(strokes)));
}

function tell() {
  const count = strokes.length;
  byId('pad-state').textContent = count === 0 ? 'Nothing drawn yet.' : `${count} ${count === 1 ? 'line' : 'lines'} drawn.`;
  byId('undo').disabled = byId('clear').disabled = count === 0;
}

function pointOf(event) {
  const box = pad.getBoundingClientRect();
  const within = (value, most) => Math.min(Math.max(value, 0), most);
  return [
    within((event.clientX - box.left) / box.width * WIDTH, WIDTH),
    within((event.clientY - box.top) / box.height * HEIGHT, HEIGHT)
  ];
}

pad.addEventListener('pointerdown', event => {
  if (drawing !== null || event.button !== 0) return;
  event.preventDefault();
  drawing = event.pointerId;
  pad.setPointerCapture(drawing);
  strokes.push([pointOf(event)]);
  show();
});

pad.addEventListener('pointermove', event => {
  if (event.pointerId !== drawing) return;
  const stroke = strokes.at(-1);
  const events = event.getCoalescedEvents?.() ?? [];
  for (const each of events.length ? events : [event]) {
    const point = pointOf(each);
    if (distance(point, stroke.at(-1)) >= NEAR) stroke.push(point);
  }
  show();
});

for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
  pad.addEventListener(end, event => {
    if (event.pointerId !== drawing) return;
    drawing = null;
    tell();
  });
}

function keep(fewer) {
  strokes = fewer;
  show();
  tell();
  byId(strokes.length ? 'undo' : 'drawn').focus();
}

byId('undo').addEventListener('click', () => keep(strokes.slice(0, -1)));
byId('clear').addEventListener('click', () => keep([]));
new ResizeObserver(show).observe(pad);
