// Pan and zoom of a picture: Ctrl and the wheel, drag, three buttons. The plain wheel scrolls the
// page. What moves is the view box; nothing is drawn anew.

import {button, element, set} from './dom';
import type {Say} from './say';

const kMost = 8;

export function makeZoomable(figure: HTMLElement, say: Say): void {
  const svg = figure.querySelector('svg');
  const tools = figure.closest('.tab, section')?.querySelector('.tools');
  if (!svg || !tools) return;
  const whole = svg.viewBox.baseVal;
  const [fullX, fullY, fullWidth, fullHeight] = [whole.x, whole.y, whole.width, whole.height];
  let scale = 1;
  let [x, y] = [fullX, fullY];

  const apply = (): void => {
    const width = fullWidth / scale;
    const height = fullHeight / scale;
    x = Math.min(Math.max(x, fullX), fullX + fullWidth - width);
    y = Math.min(Math.max(y, fullY), fullY + fullHeight - height);
    set(svg, 'viewBox', `${x} ${y} ${width} ${height}`);
    figure.classList.toggle('zoomed', scale > 1);
  };
  // Keeps the point (px, py) of the picture where it is, shares of its width and height.
  const zoom = (factor: number, px = 0.5, py = 0.5): void => {
    const next = Math.min(Math.max(scale * factor, 1), kMost);
    x += (px * fullWidth) / scale - (px * fullWidth) / next;
    y += (py * fullHeight) / scale - (py * fullHeight) / next;
    scale = next;
    apply();
  };

  const add = (text: string, name: string, act: () => void): HTMLButtonElement =>
    button(text, act, {class: 'quiet', 'aria-label': name, title: name});
  tools.prepend(
    element(
      'span',
      {class: 'zoom'},
      add('＋', say.say('page.script.zoom_in'), () => zoom(1.4)),
      add('－', say.say('page.script.zoom_out'), () => zoom(1 / 1.4)),
      add(say.say('page.script.reset'), say.say('page.script.zoom_reset'), () => zoom(0)),
    ),
  );

  figure.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 300), (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    },
    {passive: false},
  );

  let moved = 0;
  svg.addEventListener('pointerdown', (event) => {
    moved = 0;
    if (scale === 1 || event.button !== 0) return;
    const box = svg.getBoundingClientRect();
    const start = {x, y, clientX: event.clientX, clientY: event.clientY};
    const pan = (now: PointerEvent): void => {
      moved = Math.max(moved, Math.abs(now.clientX - start.clientX) + Math.abs(now.clientY - start.clientY));
      x = start.x - ((now.clientX - start.clientX) / box.width) * (fullWidth / scale);
      y = start.y - ((now.clientY - start.clientY) / box.height) * (fullHeight / scale);
      apply();
    };
    const stop = (): void => {
      window.removeEventListener('pointermove', pan);
      window.removeEventListener('pointerup', stop);
      window.removeEventListener('pointercancel', stop);
    };
    window.addEventListener('pointermove', pan);
    window.addEventListener('pointerup', stop);
    window.addEventListener('pointercancel', stop);
  });
  // The end of a drag is no click.
  svg.addEventListener('click', (event) => { if (moved > 4) event.stopPropagation(); }, {capture: true});
}
