// The report page comes alive: search, filters, highlighting, the panel, sorting, zoom.
//
// The program writes a page that can be read without any script; this adds what moves. The state
// is in one place, and one function shows it.

import {Bar} from './bar';
import {all, byId, element, set} from './dom';
import {Filter, wordsOf} from './filter';
import {Index, networkOfPage} from './network';
import {Panel, keyOf} from './panel';
import {Pictures} from './pictures';
import {taskRow} from './rows';
import {Say} from './say';
import type {State} from './state';
import {fragmentOf, isFiltered, nothingChosen, stateOfFragment} from './state';
import {Marker, SortedTable} from './tables';
import {makeThemeButton, startTheme} from './theme';
import {Tooltip} from './tooltip';
import {makeZoomable} from './zoom';

const kPause = 120; // ms between a key and its search
const kTooltipClause = 90; // characters

class App {
  private readonly index = new Index(networkOfPage());
  private readonly say = new Say(this.index.network.words, this.index.network.always);
  private readonly filter = new Filter(this.index);
  private readonly pictures = new Pictures(this.index);
  private readonly panel = new Panel(this.index, this.say);
  private readonly marker = new Marker();
  private readonly tables: SortedTable[] = [];
  private readonly bar: Bar;
  private state: State = nothingChosen();
  private timer = 0;

  constructor() {
    this.makeTables();
    makeThemeButton(this.say);
    for (const figure of all('.picture')) makeZoomable(figure, this.say);
    this.makeTabs();
    const tooltip = new Tooltip((mark) => this.tooltipOf(mark));
    this.bar = new Bar(
      (change, later) => this.change(change, later),
      () => this.replace(nothingChosen()),
    );
    byId('panel-close')?.addEventListener('click', () => this.select(''));
    document.addEventListener('click', (event) => this.onClick(event));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') tooltip.hide();
      this.onKey(event);
    });
    window.addEventListener('hashchange', () => this.goTo(location.hash));
    this.goTo(location.hash);
    document.documentElement.dataset.ready = '';
  }

  private makeTables(): void {
    const collator = new Intl.Collator(this.index.network.language === 'zh' ? 'zh-Hans-CN' : 'en', {numeric: true});
    for (const table of all<HTMLTableElement>('table.sortable')) {
      const there = new Set(all('tr[data-id]', table).map((row) => row.dataset.id!));
      const rest = {
        keys: this.index.network.tasks.map((task) => task.k).filter((key) => !there.has(key)),
        make: (key: string) => taskRow(this.index, this.say, key),
      };
      this.tables.push(new SortedTable(table, this.say, collator, table.id === 'task-table' ? rest : undefined));
    }
  }

  // Two pictures in one place, one shown at a time.
  private makeTabs(): void {
    for (const group of all('.tabs')) {
      const parts = all('.tab', group);
      if (parts.length < 2) continue;
      const buttons = parts.map((part, i) => {
        const tab = element('button', {type: 'button', 'aria-pressed': String(i === 0)}, part.dataset.label ?? '');
        tab.addEventListener('click', () => {
          parts.forEach((other, j) => other.classList.toggle('behind', j !== i));
          buttons.forEach((other, j) => set(other, 'aria-pressed', String(j === i)));
        });
        part.classList.toggle('behind', i !== 0);
        return tab;
      });
      group.prepend(element('div', {class: 'switch', role: 'group'}, ...buttons));
    }
  }

  // ---- Changes of state.

  private change(change: (state: State) => void, later: boolean): void {
    change(this.state);
    clearTimeout(this.timer);
    if (later) this.timer = window.setTimeout(() => this.show(), kPause);
    else this.show();
  }

  private replace(state: State): void {
    clearTimeout(this.timer);
    this.state = state;
    this.show();
  }

  private select(key: string): void {
    if (key !== '' && this.index.place(key) === undefined) return;
    this.state.selected = key;
    this.show();
  }

  private show(): void {
    const state = this.state;
    const filtered = isFiltered(state);
    const remaining = this.filter.remaining(state);
    const {tasks, units} = this.index.network;
    const keeps = (key: string): boolean => {
      const place = this.index.place(key);
      if (place === undefined) return true;
      return (key.startsWith('t') ? remaining.tasks : remaining.units)[place]!;
    };
    this.marker.clear();
    for (const table of this.tables) {
      table.filter(keeps);
      for (const row of table.shown()) row.classList.toggle('chosen', row.dataset.id === state.selected && state.selected !== '');
    }
    if (state.query.trim() !== '')
      for (const table of this.tables) this.marker.mark(wordsOf(state.query), table.shown());
    this.pictures.paint(remaining, filtered, state.selected);
    const counts = {tasks: remaining.taskCount, units: remaining.unitCount, all_tasks: tasks.length, all_units: units.length};
    this.bar.show(state, filtered, this.say.say(filtered ? 'page.script.count_of' : 'page.script.count', counts));
    if (state.selected !== this.panel.key)
      this.keepInPlace(() => (state.selected === '' ? this.panel.close() : this.panel.show(state.selected)));
    const fragment = fragmentOf(state);
    if (fragment !== location.hash.replace(/^#/, ''))
      history.replaceState(null, '', fragment === '' ? location.pathname + location.search : '#' + fragment);
  }

  // The page changes its width when the panel opens; what the reader looks at stays where it is.
  private keepInPlace(change: () => void): void {
    const middle = document.elementFromPoint(document.documentElement.clientWidth / 3, window.innerHeight / 2);
    const anchor = document.activeElement?.closest('.picture, tr') ?? middle?.closest('.picture, tr, section');
    const before = anchor?.getBoundingClientRect();
    change();
    const after = anchor?.getBoundingClientRect();
    if (!before || !after || window.scrollY === 0) return;
    // Of a picture that shrinks, its share that stands in the middle of the window.
    const share = Math.min(Math.max((window.innerHeight / 2 - before.top) / (before.height || 1), 0), 1);
    window.scrollBy({top: after.top + share * after.height - (before.top + share * before.height), behavior: 'instant'});
  }

  // ---- What the reader does.

  private goTo(fragment: string): void {
    const state = stateOfFragment(fragment);
    if (state) {
      if (fragmentOf(state) !== fragmentOf(this.state) || fragment === '') this.replace(state);
      return;
    }
    const anchor = decodeURIComponent(fragment.replace(/^#/, ''));
    if (anchor === '') return this.show();
    this.follow(anchor);
  }

  // A link inside the page: shows its target, and selects it where it is a task or unit.
  private follow(anchor: string): void {
    const key = keyOf(anchor);
    const isMark = key !== anchor && this.index.place(key) !== undefined;
    if (isMark) this.select(key);
    else this.show();
    const row = isMark ? this.tables.map((table) => (this.owns(table, key) ? table.reveal(key) : undefined)).find((node) => node) : undefined;
    const target = row ?? document.getElementById(anchor);
    if (!target) return;
    const details = target.closest('details');
    if (details) details.open = true;
    const behind = target.closest('.behind');
    if (behind) behind.classList.remove('behind');
    const show = (): void => target.scrollIntoView({block: row ? 'center' : 'start'});
    show();
    // What was far from the window gets its true height once it is near; then once more.
    requestAnimationFrame(() => requestAnimationFrame(show));
  }

  private owns(table: SortedTable, key: string): boolean {
    return table.table.id === (key.startsWith('t') ? 'task-table' : 'unit-table');
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as Element;
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
    if (link) {
      event.preventDefault();
      const anchor = decodeURIComponent(link.getAttribute('href')!.slice(1));
      const key = keyOf(anchor);
      // In a table, a picture's row or the panel the reader stays where he is.
      const stays = key !== anchor && link.closest('table, .chips') && this.index.place(key) !== undefined;
      if (stays) this.select(key === this.state.selected ? '' : key);
      else this.follow(anchor);
      return;
    }
    const mark = target.closest<SVGGElement>('.picture [data-id]');
    if (mark) this.toggle(mark.dataset.id!);
  }

  // A mark of a section or a cluster stands for its filter.
  private toggle(key: string): void {
    const [, kind, place] = /^([cs])(\d+)$/.exec(key) ?? [];
    const number = Number(place);
    if (kind === 'c') this.change((state) => void (state.cluster = state.cluster === number ? 0 : number), false);
    else if (kind === 's') this.change((state) => void (state.sections.delete(number) || state.sections.add(number)), false);
    else this.select(key === this.state.selected ? '' : key);
  }

  private onKey(event: KeyboardEvent): void {
    const target = event.target as Element;
    const typing = target.matches('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.bar.focusSearch();
    } else if (event.key === 'Escape') {
      if (this.state.selected !== '') this.select('');
      else if (isFiltered(this.state)) this.replace({...nothingChosen(), selected: this.state.selected});
    } else if (event.key === 'Enter' || event.key === ' ') {
      const mark = target.closest<SVGGElement>('.picture [data-id]');
      if (!mark) return;
      event.preventDefault();
      this.toggle(mark.dataset.id!);
    }
  }

  private tooltipOf(mark: Element): string[] {
    const title = this.pictures.titleOf(mark);
    if (title === '') return [];
    const key = (mark as SVGGElement).dataset.id ?? '';
    const task = key.startsWith('t') ? this.index.network.tasks[this.index.place(key) ?? -1] : undefined;
    const clause = task?.c?.[0];
    if (!clause) return [title];
    const text = [...clause.slice(1).join('')];
    const cut = text.length > kTooltipClause ? text.slice(0, kTooltipClause).join('') + '…' : text.join('');
    return [title, cut];
  }
}

startTheme();
document.documentElement.classList.add('js');
document.addEventListener('DOMContentLoaded', () => new App());
