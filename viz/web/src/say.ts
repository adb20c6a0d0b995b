// Words of the page: templates of the message catalogue, in the page's language.

type Value = string | number;

/** Fills `{n}` and `{n:one|many}`, as the program does (src/base/messages.cpp). */
export class Say {
  constructor(
    private readonly words: Record<string, string>,
    private readonly always: Record<string, string>,
  ) {}

  say(key: string, values: Record<string, Value> = {}): string {
    const template = this.words[key];
    if (template === undefined) throw new Error('no message is called so: ' + key);
    return template.replace(/\{([a-z_]+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
      const value = values[name] ?? this.always[name] ?? '';
      if (one !== undefined) return value === 1 ? one : many!;
      return String(value);
    });
  }
}
