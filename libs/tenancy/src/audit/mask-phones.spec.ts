import { maskPhone, maskPhonesIn } from './mask-phones.js';

describe('maskPhone', () => {
  it.each([
    ['021-5555 0002', '021-****0002'],
    ['021 5555 0002', '021 ****0002'],
    ['13812345678', '138****5678'],
    ['138-1234-5678', '138-****5678'],
    ['+86 138 1234 5678', '+86 1****5678'],
    ['5555 0002', '****0002'],
    ['119', '****'],
    ['5555000', '****'],
  ])('of %s leaves %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
});

describe('maskPhonesIn', () => {
  it('finds what somebody wrote into a remark, and leaves dates, plates and amounts', () => {
    expect(maskPhonesIn('请打 13812345678 或 021-55550002，12月24日')).toBe(
      '请打 138****5678 或 021-****0002，12月24日',
    );
    expect(maskPhonesIn('１３８１２３４５６７８，座机58881234')).toBe('138****5678，座机****1234');
    for (const text of ['2026-12-12 10:00', '20261212 秋游', '沪A 12345', '201815 号', '110101199003077758'])
      expect(maskPhonesIn(text)).toBe(text);
  });
});
