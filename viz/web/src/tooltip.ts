// What a mark stands for, beside it, on hover and on focus.

import {element} from './dom';

const kRoom = 12;
const kMarks = '.picture g.edge, .picture [data-id]';

export class Tooltip {
  private focused: Element | undefined;
  private readonly box = element('div', {id: 'tip', role: 'tooltip', hidden: ''});

  /** @param lines  what to say of a mark; the first is its heading. None: no tooltip */
  constructor(private readonly lines: (mark: Element) => string[]) {
    document.body.append(this.box);
    document.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'touch') return;
      const target = event.target as Element;
      // A page that scrolls under a mouse at rest does not take the words from what has the focus.
      if (this.focused && !target.closest(kMarks)) return;
      this.focused = undefined;
      this.show(target, event.clientX, event.clientY);
    });
    document.addEventListener('pointermove', (event) => {
      if (!this.box.hidden && !this.focused) this.move(event.clientX, event.clientY);
    });
    document.addEventListener('focusin', (event) => {
      const mark = (event.target as Element).closest('.picture [data-id]');
      if (!mark || !mark.matches(':focus-visible')) return this.hide();
      this.focused = mark;
      this.showFocused();
    });
    document.addEventListener('focusout', () => this.hide());
    // What has the focus keeps its words while it is scrolled into view.
    document.addEventListener('scroll', () => (this.focused ? this.showFocused() : this.hide()), {passive: true, capture: true});
  }

  private showFocused(): void {
    const {left, bottom} = this.focused!.getBoundingClientRect();
    this.show(this.focused!, left, bottom);
  }

  hide(): void {
    this.focused = undefined;
    this.box.hidden = true;
  }

  private show(target: Element, x: number, y: number): void {
    const mark = target.closest(kMarks);
    const lines = mark ? this.lines(mark) : [];
    if (lines.length === 0) return this.hide();
    this.box.replaceChildren(...lines.map((line, i) => element('p', {class: i === 0 ? 'head' : ''}, line)));
    this.box.hidden = false;
    this.move(x, y);
  }

  private move(x: number, y: number): void {
    const {width, height} = this.box.getBoundingClientRect();
    const left = Math.min(x + kRoom, document.documentElement.clientWidth - width - 8);
    const below = y + kRoom + height < window.innerHeight;
    this.box.style.transform = `translate(${Math.max(8, left)}px, ${below ? y + kRoom : Math.max(8, y - kRoom - height)}px)`;
  }
}
