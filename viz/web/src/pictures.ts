// The pictures of the page: which marks stand out, and how one walks over them by keyboard.
// Geometry and colours are the program's; the script only sets classes.

import {all, set} from './dom';
import type {Remaining} from './filter';
import type {Index} from './network';

interface Node {
  mark: SVGGElement;
  key: string;
}

interface Edge {
  mark: SVGGElement;
  from: string;
  to: string;
  lead: boolean | undefined; // of an assignment
}

interface Picture {
  figure: HTMLElement;
  nodes: Node[];
  edges: Edge[];
}

const leadOf = (mark: Element): boolean | undefined =>
  mark.classList.contains('lead') ? true : mark.classList.contains('other') ? false : undefined;

export class Pictures {
  private readonly pictures: Picture[] = [];
  private readonly titles = new Map<Element, string>();
  private readonly assignmentOf = new Map<string, number[]>(); // by "t12 u7" or "s3 u7"

  constructor(private readonly index: Index) {
    index.assignments.forEach((a, i) => {
      const task = index.network.tasks[a.task]!;
      const unit = index.network.units[a.unit]!.k;
      for (const end of [task.k, 's' + task.s]) {
        const key = end + ' ' + unit;
        const list = this.assignmentOf.get(key);
        if (list) list.push(i);
        else this.assignmentOf.set(key, [i]);
      }
    });
    for (const figure of all('.picture')) this.add(figure);
  }

  private add(figure: HTMLElement): void {
    const svg = figure.querySelector('svg');
    if (!svg) return;
    const title = svg.querySelector(':scope > title')?.textContent ?? '';
    svg.querySelector(':scope > title')?.remove(); // else the browser shows it over every mark
    set(svg, 'role', 'group');
    set(svg, 'aria-label', title);
    const nodes: Node[] = [];
    const edges: Edge[] = [];
    for (const mark of all<SVGGElement>('g', svg)) {
      const own = mark.querySelector(':scope > title');
      if (own) {
        this.titles.set(mark, own.textContent ?? '');
        own.remove();
      }
      const {id, from, to} = mark.dataset;
      if (from !== undefined && to !== undefined) edges.push({mark, from, to, lead: leadOf(mark)});
      else if (id !== undefined) nodes.push({mark, key: id});
    }
    for (const {mark} of nodes) {
      set(mark, 'role', 'button');
      set(mark, 'aria-label', this.titleOf(mark));
      set(mark, 'aria-pressed', 'false');
      set(mark, 'tabindex', '-1');
    }
    if (nodes[0]) set(nodes[0].mark, 'tabindex', '0');
    this.pictures.push({figure, nodes, edges});
    figure.addEventListener('keydown', (event) => this.walk(event, nodes));
    figure.addEventListener('focusin', (event) => {
      const mark = (event.target as Element).closest<SVGGElement>('[data-id]');
      if (!mark) return;
      for (const node of nodes) set(node.mark, 'tabindex', node.mark === mark ? '0' : '-1');
    });
  }

  titleOf(mark: Element): string {
    return this.titles.get(mark) ?? mark.querySelector('text')?.textContent ?? '';
  }

  private walk(event: KeyboardEvent, nodes: Node[]): void {
    const steps: Record<string, number> = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1};
    const mark = (event.target as Element).closest<SVGGElement>('[data-id]');
    const at = nodes.findIndex((node) => node.mark === mark);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    let next = event.key === 'Home' ? 0 : event.key === 'End' ? nodes.length - 1 : -1;
    if (step !== undefined) next = (at + step + nodes.length) % nodes.length;
    if (next < 0) return;
    event.preventDefault();
    nodes[next]!.mark.focus({preventScroll: true});
    nodes[next]!.mark.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  /** Fades what the filters leave out and what has nothing to do with what is selected. */
  paint(remaining: Remaining, filtered: boolean, selected: string): void {
    const place = this.index.place(selected);
    const isTask = selected.startsWith('t');
    const chosen = place === undefined ? '' : selected;
    const section = chosen && isTask ? 's' + this.index.network.tasks[place!]!.s : '';
    const unitsOfTask = new Set(
      chosen && isTask ? this.index.ofTask[place!]!.map((a) => this.index.unit(a).k) : [],
    );
    for (const picture of this.pictures) {
      const keys = new Set(picture.nodes.map((node) => node.key));
      // The task itself, its section, or, among units alone, its units.
      const stands = keys.has(chosen) ? chosen : keys.has(section) ? section : '';
      const lit = new Set<string>(stands ? [stands] : isTask ? unitsOfTask : []);
      const isLit = (edge: Edge): boolean =>
        stands === '' ? lit.has(edge.from) && lit.has(edge.to)
        : stands === section ? edge.from === section && unitsOfTask.has(edge.to)
        : edge.from === stands || edge.to === stands;
      const litEdges = chosen === '' ? [] : picture.edges.map(isLit);
      // Where no edge is its own, as in charts and between clusters, an outline says enough.
      const dims = litEdges.some((edge) => edge);
      const neighbours = new Set(lit);
      picture.edges.forEach((edge, i) => {
        if (!litEdges[i]) return;
        neighbours.add(edge.from);
        neighbours.add(edge.to);
      });
      for (const {mark, key} of picture.nodes) {
        mark.classList.toggle('off', (filtered && !this.remains(key, remaining)) || (dims && !neighbours.has(key)));
        mark.classList.toggle('chosen', chosen !== '' && key === stands);
        set(mark, 'aria-pressed', String(key === chosen));
      }
      picture.edges.forEach((edge, i) => {
        const off = (filtered && !this.edgeRemains(edge, remaining)) || (dims && !litEdges[i]);
        edge.mark.classList.toggle('off', off);
        edge.mark.classList.toggle('lit', litEdges[i] === true);
      });
    }
  }

  private remains(key: string, remaining: Remaining): boolean {
    const place = this.index.place(key);
    if (place !== undefined) return (key.startsWith('t') ? remaining.tasks : remaining.units)[place]!;
    const [, kind, number] = /^([cs])(\d+)$/.exec(key) ?? [];
    const {tasks, units} = this.index.network;
    if (kind === 's') return tasks.some((task, t) => task.s === Number(number) && remaining.tasks[t]);
    if (kind === 'c') return units.some((unit, u) => unit.c === Number(number) && remaining.units[u]);
    return true;
  }

  private edgeRemains(edge: Edge, remaining: Remaining): boolean {
    const list = this.assignmentOf.get(edge.from + ' ' + edge.to);
    const counts = (a: number): boolean => edge.lead === undefined || edge.lead === this.index.assignments[a]!.lead;
    if (list) return list.some((a) => remaining.assignments[a] && counts(a));
    return this.remains(edge.from, remaining) && this.remains(edge.to, remaining);
  }
}
