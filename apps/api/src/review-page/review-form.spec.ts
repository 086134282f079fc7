import { assert, integer, property, string } from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { readReviewForm } from './review-form.js';

const read = (text: string) => readReviewForm(Buffer.from(text, 'latin1'));

describe('the form of a review', () => {
  it('is read as browsers send it, whatever was written', () => {
    assert(
      property(integer({ min: 0, max: 9 }), string({ unit: 'grapheme' }), (mark, comment) => {
        const sent = new URLSearchParams({ mark: String(mark), comment }).toString();
        expect(read(sent)).toEqual({ mark, comment: comment.replaceAll(/\r\n?/g, '\n').trim() });
      }),
      propertyRuns(200),
    );
  });

  it.each([
    ['', { mark: null, comment: '' }],
    ['mark=10', { mark: null, comment: '' }],
    ['mark=-1&comment=', { mark: null, comment: '' }],
    ['mark=5&comment=%E5%A5%BD%0D%0A%0D', { mark: 5, comment: '好' }],
    ['mark=5&comment=a=b', { mark: 5, comment: 'a=b' }],
    ['mark=5&mark=4', null],
    ['mark=5&who=me', null],
    ['mark=5&__proto__=x', null],
    ['mark=5&comment=%FF', null],
    ['mark=5&comment=%', null],
    ['mark=5&comment=\u00ff', null],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is nothing without a body', () => {
    expect(readReviewForm(undefined)).toBeNull();
  });
});
