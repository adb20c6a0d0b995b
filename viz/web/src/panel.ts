// The panel beside the page: everything about the task or unit that is selected.

import {byId, element} from './dom';
import type {Clause, Index, Task, Unit} from './network';
import type {Say} from './say';

const kPartners = 12;
const kKinds: Record<string, string> = {
  organ: 'page.script.kind_organ',
  group: 'page.script.kind_group',
  person: 'page.script.kind_person',
};

/** The clauses of a task, names of units marked; the line stands before each. */
export function clauseNodes(clauses: Clause[], say: Say): HTMLElement[] {
  return clauses.map(([line, ...pieces]) => {
    const text = element('span', {class: 'clause-text'});
    pieces.forEach((piece, i) => text.append(i % 2 === 0 ? piece : element('span', {class: 'named'}, piece)));
    const paragraph = element('p', {class: 'clause'});
    if (line > 0) paragraph.append(element('span', {class: 'line'}, say.say('page.script.line', {line})), ' ');
    paragraph.append(text);
    return paragraph;
  });
}

export class Panel {
  key = ''; // what it is about; empty: closed
  private readonly panel = byId('panel')!;
  private readonly title = byId('panel-title')!;
  private readonly body = byId('panel-body')!;

  constructor(
    private readonly index: Index,
    private readonly say: Say,
  ) {}

  close(): void {
    this.key = '';
    this.panel.hidden = true;
    document.documentElement.classList.remove('with-panel');
  }

  show(key: string): void {
    const place = this.index.place(key);
    if (place === undefined) return this.close();
    this.key = key;
    if (key.startsWith('t')) this.fill(...this.aboutTask(place));
    else this.fill(...this.aboutUnit(place));
    this.panel.hidden = false;
    document.documentElement.classList.add('with-panel');
    this.panel.scrollTop = 0;
  }

  private fill(title: string, content: Node[]): void {
    this.title.textContent = title;
    this.body.replaceChildren(...content);
  }

  private aboutUnit(u: number): [string, Node[]] {
    const unit = this.index.network.units[u]!;
    const list = this.index.ofUnit[u]!;
    const leads = list.filter((a) => this.index.assignments[a]!.lead);
    const others = list.filter((a) => !this.index.assignments[a]!.lead);
    const facts = [
      this.say.say(kKinds[unit.kind]!),
      this.say.say(leads.length > 0 ? 'page.script.load_leads' : 'page.script.load', {n: list.length, leads: leads.length}),
    ];
    if (unit.c > 0) facts.push(this.say.say('page.script.in_cluster', {cluster: unit.c}));
    const content: Node[] = [element('p', {class: 'muted'}, facts.join(this.say.say('page.script.and')))];
    const names = (key: string, texts: string[] | undefined): void => {
      if (texts?.length) content.push(element('p', {class: 'small'}, this.say.say(key), texts.join(this.say.say('page.script.comma'))));
    };
    names('page.script.aliases', unit.aliases);
    names('page.script.offices', unit.offices);
    content.push(...this.taskList(this.say.say('page.script.lead_tasks', {n: leads.length}), leads));
    content.push(...this.taskList(this.say.say('page.script.other_tasks', {n: others.length}), others));
    content.push(...this.partners(u));
    return [unit.name, content];
  }

  private taskList(heading: string, assignments: number[]): Node[] {
    if (assignments.length === 0) return [];
    const list = element('div', {class: 'tasks'});
    for (const a of assignments) {
      const task = this.index.task(a);
      const details = element('details', {}, element('summary', {}, element('span', {class: 'id'}, task.id), ' ' + titleOf(task)));
      details.append(...clauseNodes(task.c ?? [], this.say), this.link(task.k, this.say.say('page.script.open_task')));
      list.append(details);
    }
    return [element('h3', {}, heading), list];
  }

  private partners(u: number): Node[] {
    const shared = new Map<number, number>();
    for (const a of this.index.ofUnit[u]!)
      for (const b of this.index.ofTask[this.index.assignments[a]!.task]!) {
        const other = this.index.assignments[b]!.unit;
        if (other !== u) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    if (shared.size === 0) return [];
    const order = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, kPartners);
    const chips = order.map(([other, n]) => this.chip(this.index.network.units[other]!, String(n)));
    return [
      element('h3', {}, this.say.say('page.script.partners', {n: shared.size})),
      element('p', {class: 'chips'}, ...chips),
    ];
  }

  private aboutTask(t: number): [string, Node[]] {
    const task = this.index.network.tasks[t]!;
    const section = this.index.network.sections[task.s - 1];
    const facts = [section ?? '', task.due ? this.say.say('page.script.due', {due: task.due}) : ''].filter((text) => text !== '');
    const content: Node[] = [];
    if (facts.length > 0) content.push(element('p', {class: 'muted'}, facts.join(this.say.say('page.script.and'))));
    const units = (lead: boolean, heading: string): void => {
      const list = this.index.ofTask[t]!.filter((a) => this.index.assignments[a]!.lead === lead);
      if (list.length === 0) return;
      content.push(element('h3', {}, heading));
      content.push(element('p', {class: 'chips'}, ...list.map((a) => this.chip(this.index.unit(a), ''))));
    };
    units(true, this.say.say(task.inferred ? 'page.script.lead_units_inferred' : 'page.script.lead_units'));
    units(false, this.say.say('page.script.other_units'));
    if (task.c?.length) content.push(element('h3', {}, this.say.say('page.script.clause')), ...clauseNodes(task.c, this.say));
    return [(task.id === titleOf(task) ? '' : task.id + ' ') + titleOf(task), content];
  }

  private link(key: string, label: string): HTMLElement {
    return element('a', {href: '#' + anchorOf(key), class: 'small'}, label);
  }

  private chip(unit: Unit, count: string): HTMLElement {
    const chip = element('a', {href: '#' + anchorOf(unit.k), class: 'chip'}, unit.name);
    if (count !== '') chip.append(' ', element('b', {}, count));
    return chip;
  }
}

export const titleOf = (task: Task): string => (task.title === '' ? task.id : task.title);

/** "t12" stands in the row "task-12". */
export const anchorOf = (key: string): string => (key.startsWith('t') ? 'task-' : 'unit-') + key.slice(1);
export const keyOf = (anchor: string): string => anchor.replace(/^task-/, 't').replace(/^unit-/, 'u');
