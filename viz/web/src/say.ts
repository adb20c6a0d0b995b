// Words of the page: templates of the message catalogue, in the page's language.

type Value = string | number;

const isNarrow = (c: string | undefined): boolean => c !== undefined && c > ' ' && c < '\x7f';
// A Chinese character, not a punctuation mark: those bring their own room.
const isWide = (c: string | undefined): boolean => c !== undefined && /[\u2E80-\u2FFF\u3040-\uFE2F]|[\uD840-\uDBFF]/.test(c);

/** Fills `{n}` and `{n:one|many}` as the program does (src/base/messages.cpp). */
export class Say {
  constructor(
    private readonly words: Record<string, string>,
    private readonly always: Record<string, string>,
  ) {}

  say(key: string, values: Record<string, Value> = {}): string {
    const template = this.words[key];
    if (template === undefined) throw new Error('no message is called so: ' + key);
    return template.replace(
      /\{([a-z_]+)(?::([^|}]*)\|([^}]*))?\}/g,
      (place: string, name: string, one: string | undefined, many: string, at: number) => {
        const value = values[name] ?? this.always[name];
        if (value === undefined) throw new Error('no argument for ' + place + ' in: ' + key);
        if (one !== undefined) return value === 1 ? one : many;
        if (typeof value === 'number') return String(value);
        const before = isNarrow(value[0]) && isWide(template[at - 1]) ? ' ' : '';
        const behind = isNarrow(value[value.length - 1]) && isWide(template[at + place.length]) ? ' ' : '';
        return before + value + behind;
      },
    );
  }
}
