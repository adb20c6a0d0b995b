// Tables that sort and filter. The program wrote them whole (of very long ones the first rows); here
// they get buttons, show a few rows at first, and can be saved as CSV.

import {all, button, element, set} from './dom';
import type {Say} from './say';

const kShown = 200;

/** A row: as it stands in the page, or made when it is first shown. */
interface Row {
  key: string;
  node: HTMLTableRowElement | undefined;
  make: (() => HTMLTableRowElement) | undefined;
}

export interface MoreRows {
  keys: string[];
  make: (key: string) => HTMLTableRowElement;
}

type Value = number | string | undefined;

/** The text of a cell without what is folded away or only marks it. */
const plainText = (cell: Element): string =>
  [...cell.childNodes]
    .filter((node) => !(node instanceof Element && node.matches('.badge, details, svg')))
    .map((node) => node.textContent ?? '')
    .join('');

const valueOf = (cell: Element | undefined): Value => {
  if (!cell) return undefined;
  const given = (cell as HTMLElement).dataset.v;
  const text = (given ?? plainText(cell)).trim();
  if (text === '' || text === '–') return undefined;
  if (given === undefined && !cell.classList.contains('n')) return text;
  const number = Number(text.replace('%', ''));
  return Number.isNaN(number) ? text : number;
};

export class SortedTable {
  private readonly body: HTMLTableSectionElement;
  private readonly heads: HTMLTableCellElement[];
  private readonly rows: Row[];
  private order: Row[];
  private visible: Row[] = [];
  private limit = kShown;
  private keeps: (key: string) => boolean = () => true;
  private readonly more: HTMLButtonElement;
  private readonly frame: HTMLElement;
  private readonly empty: HTMLElement;
  private column = -1;
  private falling = false;

  constructor(
    readonly table: HTMLTableElement,
    private readonly say: Say,
    private readonly collator: Intl.Collator,
    rest?: MoreRows,
  ) {
    this.body = table.tBodies[0]!;
    this.heads = [...table.tHead!.rows[table.tHead!.rows.length - 1]!.cells];
    this.rows = [...this.body.rows].map((node) => ({key: node.dataset.id ?? '', node, make: undefined}));
    for (const key of rest?.keys ?? []) this.rows.push({key, node: undefined, make: () => rest!.make(key)});
    this.order = [...this.rows];
    for (const [column, head] of this.heads.entries()) this.addSortButton(head, column);
    this.more = button('', () => {
      this.limit += kShown;
      this.show();
    }, {class: 'more', hidden: ''});
    this.empty = element('p', {class: 'empty', hidden: ''}, say.say('page.script.no_rows'));
    this.frame = table.closest<HTMLElement>('.scroll') ?? table;
    this.frame.after(this.more, this.empty);
    if (table.dataset.file) {
      const save = button(say.say('page.script.save_csv'), () => this.save(), {class: 'quiet save'});
      table.closest('section')?.querySelector('.tools')?.prepend(save);
    }
    this.show();
  }

  /** Shows the rows that `keeps` keeps; rows without a key always stay. */
  filter(keeps: (key: string) => boolean): void {
    this.keeps = keeps;
    this.show();
  }

  /** The rows that are shown, in order. */
  shown(): HTMLTableRowElement[] {
    return this.visible.map((row) => row.node!);
  }

  /** The row of a task or unit, made and shown if it is not yet; undefined if it is filtered out. */
  reveal(key: string): HTMLTableRowElement | undefined {
    const kept = this.order.filter((row) => row.key === '' || this.keeps(row.key));
    const at = kept.findIndex((row) => row.key === key);
    if (at < 0) return undefined;
    if (at >= this.limit) {
      this.limit = Math.ceil((at + 1) / kShown) * kShown;
      this.show();
    }
    return kept[at]!.node;
  }

  private node(row: Row): HTMLTableRowElement {
    row.node ??= row.make!();
    return row.node;
  }

  private show(): void {
    const kept = this.order.filter((row) => row.key === '' || this.keeps(row.key));
    this.visible = kept.slice(0, this.limit);
    const visible = new Set(this.visible);
    for (const row of visible) if (!row.node) this.body.append(this.node(row));
    for (const row of this.rows) {
      const hidden = !visible.has(row);
      if (row.node && row.node.hidden !== hidden) row.node.hidden = hidden;
    }
    this.frame.hidden = kept.length === 0;
    this.empty.hidden = kept.length > 0 || this.table.id === '';
    this.table.classList.toggle('filtered', kept.length < this.rows.length);
    const left = kept.length - this.visible.length;
    this.more.hidden = left === 0;
    this.more.textContent = this.say.say('page.script.more', {n: Math.min(left, kShown), left});
  }

  private addSortButton(head: HTMLTableCellElement, column: number): void {
    if (head.textContent === '') return;
    const sort = element('button', {type: 'button', class: 'sort'});
    sort.append(...head.childNodes);
    if (head.title) set(sort, 'title', head.title);
    head.append(sort);
    set(head, 'aria-sort', 'none');
    sort.addEventListener('click', () => this.sort(column));
  }

  // Numbers begin with the largest, names with the first; the other way round at the next click.
  private sort(column: number): void {
    const values = new Map<Row, Value>();
    for (const row of this.rows) values.set(row, valueOf(this.node(row).cells[column]));
    const numeric = [...values.values()].some((value) => typeof value === 'number');
    this.falling = column === this.column ? !this.falling : numeric;
    this.column = column;
    const sign = this.falling ? -1 : 1;
    const compare = (a: Value, b: Value): number => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * this.collator.compare(String(a), String(b));
    };
    this.order = [...this.rows].sort((a, b) => compare(values.get(a), values.get(b)));
    this.heads.forEach((head, i) => {
      if (head.hasAttribute('aria-sort'))
        set(head, 'aria-sort', i !== column ? 'none' : this.falling ? 'descending' : 'ascending');
    });
    this.body.append(...this.order.flatMap((row) => (row.node ? [row.node] : [])));
    this.show();
  }

  // A field that a spreadsheet would take for a formula gets an apostrophe in front, as in the
  // program's own files.
  private save(): void {
    const field = (text: string): string => {
      const plain = text.replace(/\s+/g, ' ').trim();
      const safe = /^[=+\-@＝＋－＠]/.test(plain) && Number.isNaN(Number(plain)) ? "'" + plain : plain;
      return /[",\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    };
    const text = (cell: HTMLTableCellElement): string => plainText(cell);
    const line = (cells: HTMLTableCellElement[]): string => cells.map((cell) => field(text(cell))).join(',');
    const lines = [this.heads, ...this.shown().map((row) => [...row.cells])].map(line);
    // With a byte order mark, for Excel.
    const file = new Blob(['\uFEFF' + lines.join('\r\n') + '\r\n'], {type: 'text/csv'});
    const link = element('a', {href: URL.createObjectURL(file), download: this.table.dataset.file + '.csv'});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

/** Puts <mark> round the words found in the texts of some rows, in place of those of the last search. */
export class Marker {
  private marks: HTMLElement[] = [];
  private opened: HTMLDetailsElement[] = [];

  clear(): void {
    for (const mark of this.marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    for (const details of this.opened) details.open = false;
    this.marks = [];
    this.opened = [];
  }

  mark(words: string[], rows: HTMLTableRowElement[]): void {
    for (const row of rows) {
      const before = this.marks.length;
      for (const part of all('th, .title, .units', row)) this.markIn(part, words);
      const details = row.querySelector<HTMLDetailsElement>('details');
      if (!details) continue;
      const plain = this.marks.length === before;
      for (const clause of all('.clause-text', details)) this.markIn(clause, words);
      // Found in the clause alone: then it is shown.
      if (plain && this.marks.length > before && !details.open && this.opened.length < 20) {
        details.open = true;
        this.opened.push(details);
      }
    }
  }

  private markIn(within: Element, words: string[]): void {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      let rest = text;
      for (;;) {
        const folded = rest.data.toLowerCase();
        if (folded.length !== rest.data.length) break; // places would not agree
        const found = words
          .map((word) => ({at: folded.indexOf(word), length: word.length}))
          .filter(({at}) => at >= 0)
          .sort((a, b) => a.at - b.at || b.length - a.length)[0];
        if (!found) break;
        const hit = rest.splitText(found.at);
        rest = hit.splitText(found.length);
        const mark = element('mark', {class: 'found'});
        hit.replaceWith(mark);
        mark.append(hit);
        this.marks.push(mark);
      }
    }
  }
}
