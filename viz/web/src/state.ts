// What the reader has chosen, and how it stands in the address: #q=…&s=1,3&role=lead&sel=u5

export interface State {
  query: string;
  sections: Set<number>;
  role: string; // "", "lead", "other"
  kind: string; // "", "organ", …
  cluster: number; // 0: any
  selected: string; // "t12", "u7", ""
}

export function nothingChosen(): State {
  return {query: '', sections: new Set(), role: '', kind: '', cluster: 0, selected: ''};
}

export function isFiltered(state: State): boolean {
  return state.query.trim() !== '' || state.sections.size > 0 || state.role !== '' || state.kind !== '' || state.cluster > 0;
}

export function fragmentOf(state: State): string {
  const parts = new URLSearchParams();
  if (state.query !== '') parts.set('q', state.query);
  if (state.sections.size > 0) parts.set('s', [...state.sections].sort((a, b) => a - b).join(','));
  if (state.role !== '') parts.set('role', state.role);
  if (state.kind !== '') parts.set('kind', state.kind);
  if (state.cluster > 0) parts.set('cluster', String(state.cluster));
  if (state.selected !== '') parts.set('sel', state.selected);
  return parts.toString();
}

/** The state of an address; undefined where it is a plain anchor ("#tasks") or nothing. */
export function stateOfFragment(fragment: string): State | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return undefined;
  const parts = new URLSearchParams(text);
  const numbers = (parts.get('s') ?? '').split(',').map(Number).filter((n) => Number.isInteger(n) && n > 0);
  return {
    query: parts.get('q') ?? '',
    sections: new Set(numbers),
    role: parts.get('role') ?? '',
    kind: parts.get('kind') ?? '',
    cluster: Number(parts.get('cluster')) || 0,
    selected: parts.get('sel') ?? '',
  };
}
