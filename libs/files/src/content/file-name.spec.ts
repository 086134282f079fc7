import { readFileName, withExtension } from './file-name.js';

describe('readFileName', () => {
  it.each([
    ['礼堂 照片.jpg', '礼堂 照片.jpg'],
    ['  tidy.pdf ', 'tidy.pdf'],
    ['e\u0301.pdf', 'é.pdf'],
    ['𠮷👩‍🌾.png', '𠮷👩‍🌾.png'],
    ['..hidden', '..hidden'],
    ['字'.repeat(120), '字'.repeat(120)],
  ])('takes %j', (given, name) => {
    expect(readFileName(given)).toBe(name);
  });

  it.each([
    ['', /needs a name/],
    ['   ', /needs a name/],
    ['../../etc/passwd', /path/],
    ['C:\\windows\\x.png', /path/],
    ['..', /path/],
    ['a\0.png', /cannot be shown/],
    ['a\nb.png', /cannot be shown/],
    ['bill\u202Efdp.exe', /cannot be shown/],
    ['half\ud800', /cannot be shown/],
    ['broken\ufffd', /cannot be shown/],
    ['x'.repeat(300), /300 characters/],
  ])('refuses %j', (given, why) => {
    expect(() => readFileName(given)).toThrow(why);
  });
});

describe('withExtension', () => {
  it.each([
    ['照片.JPG', '照片.JPG'],
    ['照片.jpeg', '照片.jpeg'],
    ['照片.png', '照片.png.jpg'],
    ['run.exe', 'run.exe.jpg'],
    ['照片', '照片.jpg'],
  ])('lets %s, a JPEG, be %s', (name, told) => {
    expect(withExtension(name, 'image/jpeg')).toBe(told);
  });
});
