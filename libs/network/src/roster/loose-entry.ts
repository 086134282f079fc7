/** Part of a file that may have any shape: what is not as expected reads as null or as an empty list. */
export class LooseEntry {
  constructor(
    readonly path: string,
    private readonly value: unknown,
  ) {}

  get text(): string | null {
    return typeof this.value === 'string' ? this.value.normalize('NFC') : null;
  }

  get number(): number | null {
    return typeof this.value === 'number' ? this.value : null;
  }

  get isGiven(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  at(field: string): LooseEntry {
    const { value } = this;
    const inner =
      typeof value === 'object' && value !== null ? Reflect.getOwnPropertyDescriptor(value, field) : null;
    return new LooseEntry(this.path === '' ? field : `${this.path}.${field}`, inner?.value);
  }

  list(field: string): LooseEntry[] {
    const { path, value } = this.at(field);
    return Array.isArray(value)
      ? value.map((entry: unknown, index) => new LooseEntry(`${path}[${index}]`, entry))
      : [];
  }
}
