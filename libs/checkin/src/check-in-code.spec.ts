import { checkInCode, isCurrentCode, validUntil } from './check-in-code.js';

const [SECRET, OTHER] = ['6c1d5a3e-0000-4000-8000-000000000001', '6c1d5a3e-0000-4000-8000-000000000002'];
const at = (time: string) => new Date(`2026-12-09T${time}+08:00`);

describe('the code that is shown', () => {
  it('has six digits, stays through its minute and is let in through the next', () => {
    const code = checkInCode(SECRET, at('14:00:00'));
    expect(code).toMatch(/^\d{6}$/);
    expect(checkInCode(SECRET, at('14:00:59.999'))).toBe(code);
    expect(checkInCode(SECRET, at('14:01:00'))).not.toBe(code);
    expect(isCurrentCode(SECRET, code, at('14:00:59.999'))).toBe(true);
    expect(isCurrentCode(SECRET, code, at('14:01:59.999'))).toBe(true);
    expect(isCurrentCode(SECRET, code, at('14:02:00'))).toBe(false);
    expect(isCurrentCode(SECRET, code, at('13:59:59.999'))).toBe(false);
    expect(validUntil(at('14:00:30'))).toEqual(at('14:02:00'));
  });

  it('follows from its secret alone, and keeps its leading zeros', () => {
    expect(isCurrentCode(OTHER, checkInCode(SECRET, at('14:00:00')), at('14:00:00'))).toBe(false);
    const codes = Array.from({ length: 200 }, (_, minute) =>
      checkInCode(SECRET, new Date(at('14:00:00').getTime() + minute * 60_000)),
    );
    expect(new Set(codes.map(({ length }) => length))).toEqual(new Set([6]));
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });
});
