// Which tasks, units and assignments remain under the filters. All filters combine: an assignment
// remains where its task is of the sections, its unit of the kind and cluster, its role the one
// asked for, and the search finds its task or its unit.

import type {Index, Task, Unit} from './network';
import type {State} from './state';
import {isFiltered} from './state';

export interface Remaining {
  tasks: boolean[];
  units: boolean[];
  assignments: boolean[];
  taskCount: number;
  unitCount: number;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const textOfTask = (task: Task): string =>
  folded([task.id, task.title, task.due ?? '', ...(task.c ?? []).map((clause) => clause.slice(1).join(''))].join('\n'));

const textOfUnit = (unit: Unit): string =>
  folded([unit.name, ...(unit.aliases ?? []), ...(unit.offices ?? [])].join('\n'));

/** The words of a search; all of them must be found. */
export const wordsOf = (query: string): string[] => folded(query).split(/\s+/).filter((word) => word !== '');

export class Filter {
  private readonly taskTexts: string[];
  private readonly unitTexts: string[];

  constructor(private readonly index: Index) {
    this.taskTexts = index.network.tasks.map(textOfTask);
    this.unitTexts = index.network.units.map(textOfUnit);
  }

  remaining(state: State): Remaining {
    const {tasks, units} = this.index.network;
    if (!isFiltered(state)) {
      return {
        tasks: tasks.map(() => true),
        units: units.map(() => true),
        assignments: this.index.assignments.map(() => true),
        taskCount: tasks.length,
        unitCount: units.length,
      };
    }
    const words = wordsOf(state.query);
    const found = (text: string): boolean => words.every((word) => text.includes(word));
    const taskFound = this.taskTexts.map(found);
    const unitFound = this.unitTexts.map(found);
    const taskFits = tasks.map((task) => state.sections.size === 0 || state.sections.has(task.s));
    const unitFits = units.map(
      (unit) => (state.kind === '' || unit.kind === state.kind) && (state.cluster === 0 || unit.c === state.cluster),
    );
    const assignments = this.index.assignments.map(
      (a) =>
        taskFits[a.task]! &&
        unitFits[a.unit]! &&
        (state.role === '' || (state.role === 'lead') === a.lead) &&
        (taskFound[a.task]! || unitFound[a.unit]!),
    );
    const some = (list: number[]): boolean => list.some((a) => assignments[a]);
    // What has no assignments at all is judged by itself.
    const aboutTasks = state.role === '' && state.kind === '' && state.cluster === 0;
    const aboutUnits = state.role === '' && state.sections.size === 0;
    const remainingTasks = tasks.map((_, t) => {
      const list = this.index.ofTask[t]!;
      return list.length > 0 ? some(list) : aboutTasks && taskFits[t]! && taskFound[t]!;
    });
    const remainingUnits = units.map((_, u) => {
      const list = this.index.ofUnit[u]!;
      return list.length > 0 ? some(list) : aboutUnits && unitFits[u]! && unitFound[u]!;
    });
    const count = (list: boolean[]): number => list.reduce((sum, on) => sum + (on ? 1 : 0), 0);
    return {
      tasks: remainingTasks,
      units: remainingUnits,
      assignments,
      taskCount: count(remainingTasks),
      unitCount: count(remainingUnits),
    };
  }
}
