// What the page knows: the JSON that the program wrote into it.

/** A clause: its line, then its text in pieces, every second one the name of a unit. */
export type Clause = [number, ...string[]];

export interface Task {
  k: string; // "t12": as marks and rows name it
  id: string;
  title: string;
  s: number; // top-level section, from 1; 0: none
  u: [number, number][]; // positions of its units, and 1 where the unit leads
  c?: Clause[];
  due?: string;
  inferred?: 1; // its lead was inferred from the order
}

export interface Unit {
  k: string;
  name: string;
  kind: string; // "organ", "group", "person"
  c: number; // cluster, from 1; 0: none
  aliases?: string[];
  offices?: string[];
}

export interface Network {
  language: string;
  words: Record<string, string>;
  always: Record<string, string>;
  sections: string[];
  mixed: boolean; // some leads are stated, some inferred
  tasks: Task[];
  units: Unit[];
}

/** One task and one of its units, by their positions. */
export interface Assignment {
  task: number;
  unit: number;
  lead: boolean;
}

/** The network with what is looked up all the time. */
export class Index {
  readonly assignments: Assignment[] = [];
  readonly ofTask: number[][]; // assignments by task
  readonly ofUnit: number[][];
  private readonly places = new Map<string, number>();

  constructor(readonly network: Network) {
    this.ofTask = network.tasks.map(() => []);
    this.ofUnit = network.units.map(() => []);
    network.tasks.forEach((task, t) => {
      this.places.set(task.k, t);
      for (const [unit, lead] of task.u) {
        this.ofTask[t]!.push(this.assignments.length);
        this.ofUnit[unit]!.push(this.assignments.length);
        this.assignments.push({task: t, unit, lead: lead === 1});
      }
    });
    network.units.forEach((unit, u) => this.places.set(unit.k, u));
  }

  /** The position of "t12" or "u7"; undefined where the page does not hold it. */
  place(key: string): number | undefined {
    return this.places.get(key);
  }

  task(assignment: number): Task {
    return this.network.tasks[this.assignments[assignment]!.task]!;
  }

  unit(assignment: number): Unit {
    return this.network.units[this.assignments[assignment]!.unit]!;
  }
}

export function networkOfPage(): Network {
  return JSON.parse(document.getElementById('data')!.textContent!) as Network;
}
