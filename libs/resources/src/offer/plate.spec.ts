import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { isPlate } from './plate.js';

describe('a number plate', () => {
  it.each([
    ['a car', '沪A·D6390'],
    ['a car without the dot', '沪AD6390'],
    ['typed small and with a blank', '沪a d6390'],
    ['typed by a Chinese keyboard', '沪Ａ・１２３４５'],
    ['digits alone', '京N12345'],
    ['two letters', '鄂Q1AB23'],
    ['three letters', '琼AAB1C2'],
    ['a small electric car', '沪AD12345'],
    ['a small electric car of the later letters', '粤BCK1234'],
    ['a small hybrid car', '沪BF12345'],
    ['a large electric bus', '沪A12345D'],
    ['a police car', '沪A1234警'],
    ['a driving school', '沪A1234学'],
    ['a trailer', '鄂Q12A4挂'],
    ['a consulate', '沪A0023领'],
    ['Hong Kong', '粤ZA123港'],
    ['Macau', '粤Z1234澳'],
    ['a fire brigade', '沪X1234应急'],
    ['an embassy', '224578使'],
  ])('of %s is taken: %s', (_, plate) => expect(isPlate(plate)).toBe(true));

  it.each([
    ['nothing', ''],
    ['no province', 'AD6390'],
    ['no province of that name', '泸AD6390'],
    ['no office', '沪1D6390'],
    ['an office I', '沪ID6390'],
    ['the letter I', '沪AI6390'],
    ['the letter O', '沪AO6390'],
    ['letters alone', '沪AABCDE'],
    ['four letters', '沪AABCD1'],
    ['one too few', '沪A1234'],
    ['one too many, and not of new energy', '沪A123456'],
    ['a new-energy letter amid the digits', '沪A12D345'],
    ['a new-energy letter that there is not', '沪AL12345'],
    ['two offices', '沪AA·D63901'],
    ['another word at the end', '沪A1234车'],
    ['five before the word', '沪A12345警'],
    ['Hong Kong outside Guangdong', '沪ZA123港'],
    ['a fire brigade of another letter', '沪A1234应急'],
    ['words around it', '车牌沪AD6390'],
    ['a line break', '沪AD6390\n沪AD6391'],
  ])('with %s is refused: %s', (_, plate) => expect(isPlate(plate)).toBe(false));

  it('of a car is what the standard’s own words make of it', () => {
    // Written from the words of the standard, character by character, and not from the patterns.
    const isOrdinary = ([province = '', office = '', ...number]: string[]): boolean => {
      const isKnown = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'.includes(province);
      const isLetter = (one: string) => one >= 'A' && one <= 'Z';
      const isDigit = (one: string) => one >= '0' && one <= '9';
      const fits = number.every((one) => isDigit(one) || (isLetter(one) && one !== 'I' && one !== 'O'));
      return isKnown && isLetter(office) && office !== 'I' && fits && number.filter(isDigit).length >= 2;
    };
    const character = constantFrom(...'ABDHIJOQXZ0123456789沪'.split(''));
    const number = array(character, { minLength: 5, maxLength: 5 });
    assert(
      property(tuple(constantFrom('沪', '琼', '泸', 'A'), character, number), ([province, office, rest]) => {
        const plate = [province, office, ...rest];
        expect(isPlate(plate.join(''))).toBe(isOrdinary(plate));
      }),
      propertyRuns(500),
    );
  });
});
