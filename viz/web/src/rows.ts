// Rows of the table of tasks beyond those that the program wrote, made as it makes them
// (src/report/page_tables.cpp).

import {element} from './dom';
import type {Index} from './network';
import {anchorOf, clauseNodes, titleOf} from './panel';
import type {Say} from './say';

export function taskRow(index: Index, say: Say, key: string): HTMLTableRowElement {
  const t = index.place(key)!;
  const task = index.network.tasks[t]!;
  const units = (lead: boolean): (Node | string)[] => {
    const found = index.ofTask[t]!.filter((a) => index.assignments[a]!.lead === lead).map((a) => index.unit(a));
    if (found.length === 0) return ['–'];
    const comma = say.say('page.script.comma');
    return found.flatMap((unit, i) => [
      ...(i > 0 ? [comma] : []),
      element('a', {href: '#' + anchorOf(unit.k)}, unit.name),
    ]);
  };
  const title = element('td', {}, element('a', {class: 'title', href: '#' + anchorOf(key)}, titleOf(task)));
  if (task.c?.length)
    title.append(
      element('details', {}, element('summary', {}, say.say('page.script.clause')), ...clauseNodes(task.c, say)),
    );
  const lead = element('td', {class: 'units'}, ...units(true));
  if (task.inferred && index.network.mixed) lead.append(element('span', {class: 'badge'}, say.say('page.script.inferred')));
  const row = element(
    'tr',
    {id: anchorOf(key), 'data-id': key},
    element('th', {}, task.id),
    title,
    lead,
    element('td', {class: 'units'}, ...units(false)),
  );
  const heads = document.querySelectorAll('#task-table thead th').length;
  if (heads > 4) row.append(element('td', {}, task.due ?? ''));
  return row;
}
