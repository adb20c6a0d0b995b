// The bar of filters, which the program wrote: reads it, and sets it to a state.

import {all, byId, set} from './dom';
import type {State} from './state';

export class Bar {
  private readonly form = byId<HTMLFormElement>('bar')!;
  private readonly search = byId<HTMLInputElement>('search')!;
  private readonly role = byId<HTMLSelectElement>('role');
  private readonly kind = byId<HTMLSelectElement>('kind');
  private readonly cluster = byId<HTMLSelectElement>('cluster');
  private readonly section = byId<HTMLSelectElement>('section'); // with many sections
  private readonly chips = all<HTMLButtonElement>('button[data-section]', this.form);
  private readonly clearButton = byId<HTMLButtonElement>('clear')!;
  private readonly count = byId('count')!;

  /** @param changed  told what to change in the state; `later`: while someone types */
  constructor(changed: (change: (state: State) => void, later: boolean) => void, clear: () => void) {
    this.form.hidden = false;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.search.addEventListener('input', () => {
      const query = this.search.value;
      changed((state) => void (state.query = query), true);
    });
    this.role?.addEventListener('change', () => changed((state) => void (state.role = this.role!.value), false));
    this.kind?.addEventListener('change', () => changed((state) => void (state.kind = this.kind!.value), false));
    this.cluster?.addEventListener('change', () =>
      changed((state) => void (state.cluster = Number(this.cluster!.value)), false),
    );
    this.section?.addEventListener('change', () => {
      const section = Number(this.section!.value);
      changed((state) => void (state.sections = new Set(section > 0 ? [section] : [])), false);
    });
    for (const chip of this.chips) {
      const section = Number(chip.dataset.section);
      chip.addEventListener('click', () =>
        changed((state) => void (state.sections.delete(section) || state.sections.add(section)), false),
      );
    }
    this.clearButton.addEventListener('click', clear);
  }

  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  show(state: State, filtered: boolean, count: string): void {
    if (this.search.value !== state.query) this.search.value = state.query;
    if (this.role) this.role.value = state.role;
    if (this.kind) this.kind.value = state.kind;
    if (this.cluster) this.cluster.value = state.cluster > 0 ? String(state.cluster) : '';
    if (this.section) this.section.value = String([...state.sections][0] ?? '');
    for (const chip of this.chips)
      set(chip, 'aria-pressed', String(state.sections.has(Number(chip.dataset.section))));
    this.clearButton.disabled = !filtered && state.selected === '';
    this.count.textContent = count;
    this.count.classList.toggle('filtered', filtered);
  }
}
